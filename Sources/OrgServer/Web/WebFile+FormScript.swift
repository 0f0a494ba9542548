extension WebFile {
  static let formScript = script(
    "form.js",
    #"""
    // The controls for the fields of a task.

    import { PersonField } from './people.js';
    import { inert } from './text.js';

    /** The fields of the form, and what people call them. */
    const LABELS = {
      Subject: 'Subject', ActivityDate: 'Due date', Priority: 'Priority', Status: 'Status', OwnerId: 'Owner',
      WhoId: 'Related person', Description: 'Details',
    };

    /** The names of the fields as people read them. */
    export function labels(names) {
      return names.map((name) => LABELS[name]).join(', ');
    }

    /** The fields of one task in `form`, and which of them the user has changed. */
    export class TaskForm {
      names = Object.keys(LABELS);

      #form;
      #person;
      /** What the controls held before the user typed, by field. */
      #shown = new Map();

      /** `fields` are the describes of the fields by name. */
      constructor(form, org, fields) {
        this.#form = form;
        this.#person = new PersonField(org, form.elements.WhoId, form.querySelector('datalist'));
        this.#person.onError = (error) => this.showErrors([error]);
        for (const name of this.names) {
          // A field that the user may not see is not there; one that he may not write cannot be changed.
          form.querySelector(`[data-field=${name}]`).hidden = !fields.has(name);
          form.elements[name].disabled = !fields.get(name)?.updateable;
        }
      }

      /** Fills a menu with pairs of a value and a text. */
      offer(name, choices) {
        this.#form.elements[name].replaceChildren(...choices.map(([value, text]) => new Option(inert(text), value)));
      }

      /** Shows what a task has in a field. */
      put(name, task) {
        const control = this.#form.elements[name];
        if (name === 'WhoId') this.#person.set(task.WhoId, task.Who?.Name);
        else this.#choose(control, task[name] ?? '', name === 'OwnerId' ? task.Owner?.Name : task[name]);
        this.#shown.set(name, control.value);
      }

      #choose(control, value, text) {
        // An owner who is no longer active, a value that was renamed: still what the task has.
        if (control.matches('select') && ![...control.options].some((option) => option.value === value)) {
          control.append(new Option(inert(text), value));
        }
        control.value = value;
      }

      /** Whether the user has changed what was shown in a field. */
      isTyped(name) {
        return this.#form.elements[name].value !== this.#shown.get(name);
      }

      /** What a field holds, as the org would have it: an empty text is `null`, a person who is not known `undefined`. */
      value(name) {
        return name === 'WhoId' ? this.#person.id : this.#form.elements[name].value || null;
      }

      /** Shows each error `{message, fields?}` at the first of its fields that is here, the others below the form. */
      showErrors(errors) {
        const places = { '': [] };
        for (const error of errors) {
          const name = error.fields?.find((field) => field in LABELS) ?? '';
          (places[name] ??= []).push(error.message);
        }
        this.#form.querySelector('.form.error').textContent = inert(places[''].join(' '));
        for (const name of this.names) {
          const control = this.#form.elements[name];
          this.#form.querySelector(`#error-${name}`).textContent = inert((places[name] ?? []).join(' '));
          control.setAttribute('aria-invalid', String(name in places));
          if (name in places) control.focus();
        }
      }
    }
    """#)
}
