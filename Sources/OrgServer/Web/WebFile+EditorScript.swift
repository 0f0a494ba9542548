extension WebFile {
  static let editorScript = script(
    "editor.js",
    #"""
    // The dialog for one task.

    import { labels, TaskForm } from './form.js';
    import { SalesforceError } from './salesforce.js';
    import { inert } from './text.js';

    /**
     * Edits a task in a dialog. What somebody else changes meanwhile is taken over where the user has not typed, and told;
     * what he typed stays. Only fields that he changed are sent.
     */
    export class Editor {
      #dialog;
      #controls;
      #fields;
      #org;
      #tasks;
      #onDone;
      /** The task as the org has it; `null` if the dialog is closed. */
      #base = null;
      #isDeleteAsked = false;

      /** `fields` are the describes of the fields by name; `onDone(id, text)` is called after a save or a delete. */
      constructor(dialog, { org, tasks, fields, onDone }) {
        const form = dialog.querySelector('form');
        this.#dialog = dialog;
        this.#controls = form.elements;
        this.#fields = new TaskForm(form, org, fields);
        this.#org = org;
        this.#tasks = tasks;
        this.#onDone = onDone;
        form.onsubmit = (event) => { event.preventDefault(); this.#save(); };
        form.elements.cancel.onclick = () => dialog.close();
        form.elements.delete.onclick = () => this.#delete();
        dialog.onclose = () => { this.#base = null; this.#tasks.watched = null; };
      }

      /** Fills the menu of a field with pairs of a value and a text. */
      offer(name, choices) {
        this.#fields.offer(name, choices);
      }

      open(task) {
        this.#base = task;
        this.#isDeleteAsked = false;
        this.#controls.delete.textContent = 'Delete';
        this.#tell('');
        this.#fields.showErrors([]);
        for (const name of this.#fields.names) this.#fields.put(name, task);
        this.#tasks.watched = { id: task.Id, changed: (record) => this.#follow(record) };
        this.#dialog.showModal();
        this.#controls.Subject.focus();
      }

      close() {
        this.#dialog.close();
      }

      /** The task changed in the org while it is edited here. */
      #follow(task) {
        if (!task) return this.#tell('This task was deleted, or is no longer shared with you. What you typed is still here.');
        if (task.SystemModstamp === this.#base.SystemModstamp) return;
        const changed = this.#fields.names.filter((name) => (task[name] ?? null) !== (this.#base[name] ?? null));
        const typed = changed.filter((name) => this.#fields.isTyped(name));
        changed.filter((name) => !typed.includes(name)).forEach((name) => this.#fields.put(name, task));
        this.#base = task;
        if (changed.length === 0) return;
        const who = task.LastModifiedBy?.Name ?? 'somebody else';
        const kept = typed.length > 0 ? ` What you typed is kept: ${labels(typed)}.` : '';
        this.#tell(`Changed by ${who}: ${labels(changed)}.${kept}`);
      }

      async #save() {
        const typed = this.#fields.names.filter((name) => this.#fields.isTyped(name));
        const values = Object.fromEntries(typed.map((name) => [name, this.#fields.value(name)]));
        if (typed.includes('WhoId') && values.WhoId === undefined) {
          const message = 'Choose a person from the list, or leave it empty.';
          return this.#fields.showErrors([{ message, fields: ['WhoId'] }]);
        }
        if (typed.length === 0) return this.#dialog.close();
        await this.#send((id) => this.#org.update('Task', id, values), 'Saved');
      }

      async #delete() {
        if (!this.#isDeleteAsked) {
          this.#isDeleteAsked = true;
          this.#controls.delete.textContent = 'Delete it now';
          return;
        }
        await this.#send((id) => this.#org.delete('Task', id), 'Deleted');
      }

      async #send(write, done) {
        const id = this.#base.Id;
        const subject = this.#controls.Subject.value;
        this.#setBusy(true);
        this.#fields.showErrors([]);
        try {
          await write(id);
          // Meanwhile the dialog may have been closed, and opened for another task.
          if (this.#base?.Id === id) this.#dialog.close();
          this.#onDone(id, `${done} “${subject}”`);
        } catch (error) {
          const isRefused = error instanceof SalesforceError;
          const lost = { message: `${error.message} Whether it was saved is not known; try again.` };
          this.#fields.showErrors(isRefused ? error.errors : [lost]);
        } finally {
          this.#setBusy(false);
        }
      }

      #setBusy(isBusy) {
        for (const name of ['save', 'delete']) this.#controls[name].disabled = isBusy;
      }

      #tell(text) {
        this.#dialog.querySelector('.changed').textContent = inert(text);
      }
    }
    """#)
}
