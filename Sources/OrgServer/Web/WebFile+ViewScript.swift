extension WebFile {
  static let viewScript = script(
    "view.js",
    #"""
    // Puts the tasks on the screen. Rows stay the same elements while their tasks change, so focus and scrolling stay too.

    import { addDays, dayName, element, inert } from './text.js';

    /** The list of tasks in `root`. `onToggle(task)` and `onOpen(task)` are called for what the user does. */
    export class TaskView {
      #root;
      #handlers;
      #rows = new Map();
      #sections = new Map();

      constructor(root, handlers) {
        this.#root = root;
        this.#handlers = handlers;
        root.onkeydown = (event) => this.#moveFocus(event);
      }

      /** Shows the tasks; `context` is `{today, userId, usualStatus}`; the usual status goes without saying. */
      show(tasks, context) {
        const drafts = [...tasks.drafts].map((draft) => this.#row(draft, draft, tasks, context));
        const groups = new Map([['', drafts]]);
        const isGrouped = tasks.filter.where === 'IsClosed = false';
        for (const record of tasks.records) {
          const title = isGrouped ? groupOf(record, context.today) : '';
          if (!groups.has(title)) groups.set(title, []);
          groups.get(title).push(this.#row(record.Id, record, tasks, context));
        }
        const focused = this.#focusedPosition();
        const shown = [...groups].filter(([, rows]) => rows.length > 0).map(([title, rows]) => this.#section(title, rows));
        arrange(this.#root, shown.length > 0 ? shown : [element('p', 'empty', tasks.filter.empty)]);
        this.#forgetGone(tasks);
        if (focused) this.#restoreFocus(focused);
      }

      #section(title, rows) {
        let section = this.#sections.get(title);
        if (!section) {
          section = element('section');
          if (title) section.append(element('h2', '', title));
          section.append(element('ul'));
          this.#sections.set(title, section);
        }
        arrange(section.lastChild, rows);
        return section;
      }

      #row(key, record, tasks, context) {
        let row = this.#rows.get(key);
        if (!row) {
          row = new Row(this.#handlers);
          this.#rows.set(key, row);
        }
        row.show(record, tasks.pending.get(record.Id), tasks.news.get(record.Id), context);
        return row.element;
      }

      #forgetGone(tasks) {
        const kept = new Set([...tasks.drafts, ...tasks.records.map((record) => record.Id)]);
        for (const key of this.#rows.keys()) if (!kept.has(key)) this.#rows.delete(key);
      }

      // The keyboard

      #moveFocus(event) {
        const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!step) return;
        const rows = [...this.#root.querySelectorAll('.task')];
        const next = rows[rows.indexOf(document.activeElement.closest('.task')) + step];
        if (!next) return;
        event.preventDefault();
        next.querySelector(document.activeElement.matches('input') ? 'input' : '.subject').focus();
      }

      #focusedPosition() {
        const control = document.activeElement;
        const row = this.#root.contains(control) && control.closest('.task');
        if (!row) return null;
        return { control, index: [...this.#root.querySelectorAll('.task')].indexOf(row) };
      }

      /** The focus stays where it was; if its task has left the list, it goes to the one that took its place. */
      #restoreFocus({ control, index }) {
        if (document.activeElement === control) return;
        const rows = this.#root.querySelectorAll('.task');
        const row = control.isConnected ? control.closest('.task') : rows[Math.min(index, rows.length - 1)];
        row?.querySelector(control.matches('input') ? 'input' : '.subject').focus();
      }
    }

    /** One task in the list. */
    class Row {
      #task;
      #shown = [];
      #box = element('input');
      #subject = element('button', 'subject');
      #title = element('bdi');
      #notes = element('span', 'notes');

      constructor({ onToggle, onOpen }) {
        this.element = element('li', 'task');
        this.#box.type = 'checkbox';
        this.#box.addEventListener('change', () => onToggle(this.#task));
        this.#subject.type = 'button';
        this.#subject.addEventListener('click', () => onOpen(this.#task));
        this.#subject.append(this.#title, this.#notes);
        this.element.append(this.#box, this.#subject);
      }

      /** Shows a task, with the fields that are `pending` in place of its own. Among thousands of rows few have changed. */
      show(record, pending, news, context) {
        const shown = [record, pending, news, ...Object.values(context)];
        if (shown.every((value, index) => value === this.#shown[index])) return;
        this.#shown = shown;
        const task = { ...record, ...pending };
        const isPending = !task.Id || pending !== undefined;
        this.#task = task;
        this.element.dataset.id = task.Id ?? '';
        this.element.classList.toggle('done', task.IsClosed === true);
        this.element.classList.toggle('high', task.IsHighPriority === true);
        this.element.classList.toggle('news', news !== undefined);
        this.element.classList.toggle('pending', isPending);
        this.#box.checked = task.IsClosed === true;
        this.#box.disabled = isPending;
        this.#subject.disabled = !task.Id;
        const title = inert(task.Subject) || '(no subject)';
        if (this.#title.textContent !== title) this.#title.textContent = title;
        this.#box.setAttribute('aria-label', `Completed: ${title}`);
        const notes = notesOf(task, { ...context, news, isPending });
        this.#notes.replaceChildren(...notes.map(([name, text]) => element('bdi', name, text)));
      }
    }

    /** What stands beside the subject: pairs of a class and a text. */
    function notesOf(task, { today, userId, usualStatus, news, isPending }) {
      const notes = [];
      if (task.IsHighPriority) notes.push(['priority', `▲ ${task.Priority}`]);
      if (task.Who?.Name) notes.push(['who', task.Who.Name]);
      if (task.What?.Name) notes.push(['what', task.What.Name]);
      const isLate = !task.IsClosed && task.ActivityDate < today;
      // Of open tasks that are due today or tomorrow, the heading or the filter says so.
      if (task.ActivityDate && (isLate || task.IsClosed || task.ActivityDate > addDays(today, 1))) {
        notes.push([isLate ? 'due late' : 'due', dayName(task.ActivityDate, today)]);
      }
      if (task.Status && task.Status !== usualStatus) notes.push(['status', task.Status]);
      if (task.OwnerId && task.OwnerId !== userId && task.Owner?.Name) notes.push(['owner', `of ${task.Owner.Name}`]);
      if (news) notes.push(['who-changed', `← ${news}`]);
      if (isPending) notes.push(['saving', 'Saving…']);
      return notes;
    }

    function groupOf(task, today) {
      if (!task.ActivityDate) return 'No due date';
      if (task.ActivityDate < today) return 'Overdue';
      if (task.ActivityDate === today) return 'Today';
      return task.ActivityDate === addDays(today, 1) ? 'Tomorrow' : 'Later';
    }

    /** Makes `children` the children of `parent`, in this order; those that stay are not touched. */
    function arrange(parent, children) {
      const kept = new Set(children);
      for (const child of [...parent.childNodes]) if (!kept.has(child)) child.remove();
      let next = parent.firstChild;
      for (const child of children) {
        if (child === next) next = next.nextSibling;
        else parent.insertBefore(child, next);
      }
    }
    """#)
}
