extension WebFile {
  static let pageScript = script(
    "page.js",
    #"""
    // The tasks of the org as one user sees them, and what he does with them.

    import { Editor } from './editor.js';
    import { Live } from './live.js';
    import { showAddError, showConnection, showNotice, showProblem } from './messages.js';
    import { LoginNeeded, Salesforce, SalesforceError } from './salesforce.js';
    import { FILTERS, Tasks } from './tasks.js';
    import { dayOf, inert } from './text.js';
    import { TaskView } from './view.js';

    /** How often all is fetched anew: midnight passes, and some changes make no event. */
    const REFRESH_SECONDS = 60;

    const [add, filter, list, more, dialog] = ['#add', '#filter', '#list', '#more', '#editor']
      .map((selector) => document.querySelector(selector));

    /** The page of a user who is logged in; another user gets another one. */
    export class Page {
      #org = new Salesforce();
      #isStopped = false;
      #onLoginNeeded;

      /** `onLoginNeeded(error)` is called when the session has ended and cannot be renewed. */
      constructor(onLoginNeeded) {
        this.#onLoginNeeded = onLoginNeeded;
      }

      /** Logs in, learns what the user may see, and shows the tasks; they are followed until `stop()`. */
      async start(username, password) {
        const org = this.#org;
        await org.login(username, password);
        const [info, task, statuses, priorities, users] = await Promise.all([
          org.userInfo(),
          org.describe('Task'),
          org.query('SELECT ApiName, MasterLabel, IsClosed, IsDefault FROM TaskStatus ORDER BY SortOrder'),
          org.query('SELECT ApiName, MasterLabel FROM TaskPriority ORDER BY SortOrder'),
          org.query('SELECT Id, Name FROM User WHERE IsActive = true ORDER BY Name'),
        ]);
        if (this.#isStopped) return;
        this.zone = info.zoneinfo;
        this.closed = statuses.find((status) => status.IsClosed)?.ApiName;
        this.reopened = (statuses.find((status) => status.IsDefault) ?? statuses.find((status) => !status.IsClosed))?.ApiName;
        const fields = new Map(task.fields.map((field) => [field.name, field]));
        this.tasks = new Tasks(org, new Set(fields.keys()), () => this.#show());
        this.view = new TaskView(list, {
          onToggle: (record) => this.#toggle(record), onOpen: (record) => this.editor.open(record),
        });
        this.editor = new Editor(dialog, {
          org, tasks: this.tasks, fields, onDone: (id, text) => { showNotice(text); this.fetch([id]); },
        });
        this.editor.offer('Status', statuses.map((status) => [status.ApiName, status.MasterLabel]));
        this.editor.offer('Priority', priorities.map((priority) => [priority.ApiName, priority.MasterLabel]));
        this.editor.offer('OwnerId', users.map((user) => [user.Id, user.Name]));
        const others = users.filter((user) => user.Id !== org.userId);
        filter.elements.owner.replaceChildren(
          new Option('My tasks', org.userId), new Option('Everybody’s', ''),
          ...others.map((user) => new Option(inert(user.Name), user.Id)));
        add.elements.ActivityDate.value = this.#today;
        this.live = new Live(org, {
          changed: (ids) => this.tasks.touch(ids), state: showConnection, loginNeeded: this.#onLoginNeeded,
        });
        await this.choose();
        this.live.run();
        this.timer = setInterval(() => { if (!document.hidden) this.fetch(); }, REFRESH_SECONDS * 1000);
      }

      stop() {
        this.#isStopped = true;
        clearInterval(this.timer);
        this.live?.stop();
        this.editor?.close();
      }

      /** Shows the tasks that the filter asks for. */
      async choose() {
        const { due, owner } = filter.elements;
        list.setAttribute('aria-busy', 'true');
        await this.#try(() => this.tasks.show(FILTERS[due.value], owner.value));
        list.setAttribute('aria-busy', 'false');
      }

      showMore() {
        return this.#try(() => this.tasks.showMore());
      }

      /** Fetches these tasks, or all, anew. */
      fetch(ids) {
        return this.#try(() => this.tasks?.touch(ids));
      }

      /** Adds the task that stands in the form; what was typed comes back if the org refuses. */
      async add() {
        const { Subject: subject, ActivityDate: date } = add.elements;
        const fields = { Subject: subject.value, ActivityDate: date.value || null };
        const owner = filter.elements.owner.value;
        const draft = { ...fields };
        this.tasks.drafts.add(draft);
        subject.value = '';
        showAddError('');
        showNotice('');
        this.#show();
        try {
          const { id } = await this.#org.create('Task', owner ? { ...fields, OwnerId: owner } : fields);
          await this.fetch([id]);
          const isShown = this.tasks.records.some((record) => record.Id === id);
          showNotice(isShown ? '' : `Added “${fields.Subject}”; it is not in this list.`);
        } catch (error) {
          // Something new may have been typed since.
          subject.value ||= fields.Subject;
          const isRefused = error instanceof SalesforceError;
          showAddError(isRefused ? error.message : `${error.message} Whether the task was added is not known.`);
          if (!isRefused) await this.fetch();
        } finally {
          this.tasks.drafts.delete(draft);
          this.#show();
        }
      }

      get #today() {
        return dayOf(this.#org.now, this.zone);
      }

      #show() {
        if (this.#isStopped) return;
        const { tasks } = this;
        this.view.show(tasks, { today: this.#today, userId: this.#org.userId, usualStatus: this.reopened });
        more.hidden = !tasks.hasMore;
        more.textContent = `Show more (${tasks.records.length} of ${tasks.total})`;
      }

      /** Completes a task or opens it again. */
      async #toggle(record) {
        const old = { Status: record.Status, IsClosed: record.IsClosed };
        const next = { Status: record.IsClosed ? this.reopened : this.closed, IsClosed: !record.IsClosed };
        if (!await this.#setStatus(record, next)) return;
        const what = record.IsClosed ? 'Opened' : 'Completed';
        showNotice(`${what} “${record.Subject ?? ''}”`, { label: 'Undo', run: () => this.#setStatus(record, old) });
      }

      /** Shows the new status at once, and the old one again if the org refuses it. Whether it was taken. */
      async #setStatus(record, look) {
        const { tasks } = this;
        tasks.pending.set(record.Id, look);
        showNotice('');
        this.#show();
        const isTaken = await this.#try(() => this.#org.update('Task', record.Id, { Status: look.Status }), record.Subject);
        if (isTaken) await this.fetch([record.Id]);
        tasks.pending.delete(record.Id);
        this.#show();
        return isTaken;
      }

      /** Does something with the org, and tells if it fails. Whether it was done. */
      async #try(work, subject) {
        try {
          await work();
          showProblem('');
          return true;
        } catch (error) {
          if (this.#isStopped) return false;
          if (error instanceof LoginNeeded) this.#onLoginNeeded(error);
          else showProblem(subject ? `“${subject}”: ${error.message}` : error.message);
          return false;
        }
      }
    }
    """#)
}
