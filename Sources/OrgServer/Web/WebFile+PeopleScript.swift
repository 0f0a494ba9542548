extension WebFile {
  static let peopleScript = script(
    "people.js",
    #"""
    // The related person of a task: a contact or a lead, found by a part of the name.

    import { quoted } from './salesforce.js';
    import { inert } from './text.js';

    const MOST = 10;
    const PAUSE_MILLISECONDS = 150;

    /** Lets `input` suggest people from the org in `list`, its `<datalist>`. */
    export class PersonField {
      #org;
      #input;
      #list;
      #known = new Map();
      #timer = 0;

      constructor(org, input, list) {
        this.#org = org;
        this.#input = input;
        this.#list = list;
        this.onError = () => {};
        input.oninput = () => {
          clearTimeout(this.#timer);
          this.#timer = setTimeout(() => this.#suggest().catch((error) => this.onError(error)), PAUSE_MILLISECONDS);
        };
      }

      /** Shows a person; without an Id, nobody. */
      set(id, name) {
        const text = id ? inert(name) || id : '';
        if (id) this.#known.set(text, id);
        this.#input.value = text;
      }

      /** The Id of the person whose name stands there, `null` for none, `undefined` for a name that is no suggestion. */
      get id() {
        const text = this.#input.value.trim();
        return text === '' ? null : this.#known.get(text);
      }

      async #suggest() {
        const text = this.#input.value.trim();
        if (text.length < 2 || this.#known.has(text)) return;
        const pattern = quoted(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
        const [contacts, leads] = await Promise.all([
          this.#org.query(
            `SELECT Id, Name, Account.Name FROM Contact WHERE Name LIKE ${pattern} ORDER BY Name LIMIT ${MOST}`),
          this.#org.query(`SELECT Id, Name, Company FROM Lead WHERE Name LIKE ${pattern} ORDER BY Name LIMIT ${MOST}`),
        ]);
        if (this.#input.value.trim() !== text) return;
        const people = [
          ...contacts.map((contact) => [contact, contact.Account?.Name ?? 'contact']),
          ...leads.map((lead) => [lead, `${lead.Company ?? ''} (lead)`]),
        ];
        const options = people.map(([person, from]) => {
          const label = inert(`${person.Name}, ${from.trim()}`);
          this.#known.set(label, person.Id);
          const option = document.createElement('option');
          option.value = label;
          return option;
        });
        this.#list.replaceChildren(...options);
      }
    }
    """#)
}
