extension WebFile {
  static let style = WebFile(
    path: "/web/style.css", type: "text/css;charset=UTF-8",
    content: #"""
      :root {
        color-scheme: light dark;
        --page: #f6f6f3;
        --panel: #ffffff;
        --ink: #1d2026;
        --quiet: #5f6672;
        --line: #d9dade;
        --accent: #1f5fa8;
        --on-accent: #ffffff;
        --bad: #b3261e;
        --good: #1e7a4c;
        --news: #fff3c9;
        font: 16px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", "DejaVu Sans", sans-serif;
      }

      @media (prefers-color-scheme: dark) {
        :root {
          --page: #15171b;
          --panel: #1e2126;
          --ink: #e8e8e4;
          --quiet: #a2a9b4;
          --line: #363b43;
          --accent: #7fb4ee;
          --on-accent: #0f1a27;
          --bad: #ff9a8f;
          --good: #7ed3a4;
          --news: #3a3417;
        }
      }

      * { box-sizing: border-box; }
      [hidden] { display: none !important; }

      body { margin: 0; background: var(--page); color: var(--ink); }
      body > header, main, #login { max-width: 48rem; margin-inline: auto; padding-inline: 1.25rem; }

      /* Controls */

      input, select, textarea, button {
        font: inherit; color: inherit; background: var(--panel);
        border: 1px solid var(--line); border-radius: 8px; padding: .45rem .7rem; min-height: 2.6rem;
      }
      input[type=checkbox] { width: 1.25rem; height: 1.25rem; min-height: 0; margin: 0; accent-color: var(--accent); }
      textarea { resize: vertical; }
      button { cursor: pointer; }
      button:disabled { cursor: default; opacity: .6; }
      button.primary { background: var(--accent); border-color: var(--accent); color: var(--on-accent); font-weight: 600; }
      button.danger { margin-left: auto; color: var(--bad); }
      button.link { border: 0; background: none; padding: 0; min-height: 0; color: var(--accent); text-decoration: underline; }
      :focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
      [aria-invalid=true] { border-color: var(--bad); }
      .error { color: var(--bad); }
      .error:empty, #notice:empty, .changed:empty { display: none; }
      .buttons { display: flex; gap: .6rem; align-items: center; margin-bottom: 0; }
      .hidden-label { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }

      /* Top of the page */

      body > header { display: flex; align-items: center; gap: .4rem 1rem; padding-block: 1.5rem 1rem; }
      h1 { font-size: 1.6rem; line-height: 1.2; letter-spacing: -.01em; margin: 0; }
      #connection { margin: 0; color: var(--bad); font-size: .875rem; flex: 1; }
      #connection.good { color: var(--quiet); }
      #connection.good::before { content: "● "; color: var(--good); }
      .user select { max-width: 12rem; }

      #add { display: flex; flex-wrap: wrap; gap: .6rem; }
      #add .grow { flex: 1 1 16rem; }
      #add .grow input { width: 100%; }
      #add .error { flex-basis: 100%; margin: 0; }

      #filter { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .6rem 1rem; margin-block: 1rem; }
      .tabs { display: flex; flex-wrap: wrap; border: 0; margin: 0; padding: 0; gap: .25rem; }
      .tabs label { position: relative; }
      .tabs input { position: absolute; inset: 0; opacity: 0; width: 100%; height: 100%; margin: 0; cursor: pointer; }
      .tabs span { display: block; padding: .5rem .8rem; border-radius: 8px; color: var(--quiet); }
      .tabs input:checked + span { background: var(--panel); color: var(--ink); font-weight: 600; box-shadow: 0 0 0 1px var(--line); }
      .tabs input:focus-visible + span { outline: 3px solid var(--accent); outline-offset: 2px; }
      .tabs input:hover + span { color: var(--ink); }

      /* The list */

      #list h2 { font-size: .95rem; color: var(--quiet); margin: 1.4rem 0 .4rem; font-weight: 600; }
      #list[aria-busy=true] { opacity: .6; }
      #list ul { list-style: none; margin: 0; padding: 0; background: var(--panel); border: 1px solid var(--line); border-radius: 12px; overflow: clip; }
      .task { display: flex; align-items: center; gap: .8rem; padding-inline: .9rem; content-visibility: auto; contain-intrinsic-size: auto 4rem; }
      .task + .task { border-top: 1px solid var(--line); }
      .task.news { background: var(--news); }
      .task.pending { opacity: .6; }
      .subject { flex: 1; min-width: 0; text-align: start; border: 0; background: none; border-radius: 4px; padding: .6rem 0; }
      .subject:disabled { opacity: 1; }
      .subject > bdi { display: block; overflow-wrap: anywhere; }
      .done .subject > bdi { text-decoration: line-through; color: var(--quiet); }
      .notes { display: flex; flex-wrap: wrap; gap: 0 .9rem; font-size: .875rem; color: var(--quiet); }
      .notes bdi { max-width: 100%; overflow-wrap: anywhere; }
      .notes .priority, .notes .late { color: var(--bad); font-weight: 600; }
      .notes .who-changed { color: var(--ink); font-weight: 600; }
      .empty { color: var(--quiet); text-align: center; padding: 3rem 1rem; }
      main > .buttons { justify-content: center; padding-block: 1rem 3rem; }

      /* Forms */

      dialog, .panel { background: var(--panel); color: var(--ink); border: 1px solid var(--line); border-radius: 14px; }
      dialog { width: min(36rem, calc(100vw - 2rem)); padding: 1.5rem; }
      dialog::backdrop { background: rgb(0 0 0 / .45); }
      dialog h2, #login h2 { font-size: 1.2rem; margin: 0 0 1rem; }
      dialog label, #login label { display: block; margin-bottom: .9rem; font-size: .875rem; color: var(--quiet); }
      dialog label > :is(input, select, textarea), #login input { display: block; width: 100%; margin-top: .2rem; font-size: 1rem; color: var(--ink); }
      dialog label .error { display: block; }
      .pair { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 0 1rem; }
      .changed { background: var(--news); border-radius: 8px; padding: .6rem .8rem; margin: 0 0 1rem; }
      #login { max-width: 24rem; padding-block: 1.5rem; }

      @media (max-width: 34rem) {
        body > header { flex-wrap: wrap; }
        #connection { order: 3; flex-basis: 100%; }
        .user { margin-left: auto; }
        .tabs span { padding-inline: .6rem; }
        dialog { padding: 1rem; width: calc(100vw - 1rem); }
        .pair { gap: 0 .6rem; }
        .pair :is(input, select) { padding-inline: .4rem; }
      }

      @media (prefers-reduced-motion: no-preference) {
        .task { transition: background-color .6s; }
      }
      """#)
}
