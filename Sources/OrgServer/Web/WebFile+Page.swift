extension WebFile {
  static let page = WebFile(
    path: "/", type: "text/html;charset=UTF-8",
    content: #"""
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>Tasks</title>
      <link rel="icon" type="image/svg+xml" href="/web/icon.svg">
      <link rel="stylesheet" href="/web/style.css">
      <script type="module" src="/web/app.js"></script>
      </head>
      <body>
      <header>
        <h1>Tasks</h1>
        <p id="connection" role="status">Connecting…</p>
        <label class="user">
          <span class="hidden-label">User</span>
          <select id="user">
            <option value="rep@demo.example">Robin Verhoeven</option>
            <option value="colleague@demo.example">Sam Okafor</option>
            <option value="manager@demo.example">Ines Marchetti</option>
            <option value="admin@demo.example">Alex Lindqvist</option>
            <option value="restricted@demo.example">Kim Nowak</option>
            <option value="poller@demo.example">Luca Fontaine</option>
            <option value="reader@demo.example">Mira Haddad</option>
            <option value="">Another user…</option>
          </select>
        </label>
      </header>

      <noscript><p class="error">This page needs JavaScript: it is a Salesforce client that runs in the browser.</p></noscript>

      <form id="login" class="panel" hidden>
        <h2>Log in</h2>
        <label>Username <input name="username" autocomplete="username" required spellcheck="false"></label>
        <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
        <p class="error" role="alert"></p>
        <p class="buttons"><button class="primary">Log in</button></p>
      </form>

      <main hidden>
        <form id="add">
          <label class="grow"><span class="hidden-label">New task</span>
            <input name="Subject" placeholder="Add a task" autocomplete="off" aria-describedby="add-error" aria-keyshortcuts="n">
          </label>
          <label><span class="hidden-label">Due date of the new task</span>
            <input name="ActivityDate" type="date">
          </label>
          <button class="primary">Add</button>
          <p id="add-error" class="error" role="alert"></p>
        </form>

        <form id="filter">
          <fieldset class="tabs">
            <legend class="hidden-label">Which tasks</legend>
            <label><input type="radio" name="due" value="today" checked><span>Today</span></label>
            <label><input type="radio" name="due" value="tomorrow"><span>Tomorrow</span></label>
            <label><input type="radio" name="due" value="overdue"><span>Overdue</span></label>
            <label><input type="radio" name="due" value="open"><span>All open</span></label>
            <label><input type="radio" name="due" value="completed"><span>Completed</span></label>
          </fieldset>
          <label><span class="hidden-label">Whose tasks</span>
            <select name="owner"></select>
          </label>
        </form>

        <p id="problem" class="error" role="alert"></p>
        <p id="notice" role="status"></p>
        <div id="list" aria-busy="true"></div>
        <p class="buttons"><button id="more" type="button" hidden>Show more</button></p>
      </main>

      <dialog id="editor" aria-labelledby="editor-title">
        <form method="dialog" novalidate>
          <h2 id="editor-title">Task</h2>
          <p class="changed" role="status"></p>
          <label data-field="Subject">Subject
            <input name="Subject" aria-describedby="error-Subject" autocomplete="off">
            <span id="error-Subject" class="error"></span>
          </label>
          <div class="pair">
            <label data-field="ActivityDate">Due date
              <input name="ActivityDate" aria-describedby="error-ActivityDate" type="date">
              <span id="error-ActivityDate" class="error"></span>
            </label>
            <label data-field="Priority">Priority
              <select name="Priority" aria-describedby="error-Priority"></select>
              <span id="error-Priority" class="error"></span>
            </label>
          </div>
          <div class="pair">
            <label data-field="Status">Status
              <select name="Status" aria-describedby="error-Status"></select>
              <span id="error-Status" class="error"></span>
            </label>
            <label data-field="OwnerId">Owner
              <select name="OwnerId" aria-describedby="error-OwnerId"></select>
              <span id="error-OwnerId" class="error"></span>
            </label>
          </div>
          <label data-field="WhoId">Related person
            <input name="WhoId" aria-describedby="error-WhoId" list="people" autocomplete="off" placeholder="A contact or a lead">
            <span id="error-WhoId" class="error"></span>
          </label>
          <datalist id="people"></datalist>
          <label data-field="Description">Details
            <textarea name="Description" aria-describedby="error-Description" rows="5"></textarea>
            <span id="error-Description" class="error"></span>
          </label>
          <p class="form error" role="alert"></p>
          <p class="buttons">
            <button class="primary" name="save">Save</button>
            <button type="button" name="cancel">Cancel</button>
            <button type="button" name="delete" class="danger">Delete</button>
          </p>
        </form>
      </dialog>
      </body>
      </html>
      """#)

  static let icon = WebFile(
    path: "/web/icon.svg", type: "image/svg+xml",
    content: #"""
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
        <rect x="3" y="3" width="26" height="26" rx="6" fill="#2563ab"/>
        <path d="M9.5 16.5l4.5 4.5 9-10" fill="none" stroke="#fff" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>
      </svg>
      """#)
}
