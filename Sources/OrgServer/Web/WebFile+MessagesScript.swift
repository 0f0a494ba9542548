extension WebFile {
  static let messagesScript = script(
    "messages.js",
    #"""
    // What the page tells the user outside of the list.

    import { element, inert } from './text.js';

    const find = (selector) => document.querySelector(selector);

    /** How the connection with the org is. */
    export function showConnection(text, isGood) {
      const place = find('#connection');
      // The same text again would be read out again.
      if (place.textContent !== inert(text)) place.textContent = inert(text);
      place.classList.toggle('good', isGood);
    }

    /** What was done, with a button for what can be done about it: `{label, run}`. */
    export function showNotice(text, action) {
      const place = find('#notice');
      place.textContent = inert(text);
      if (!action) return;
      const button = element('button', 'link', action.label);
      button.type = 'button';
      button.addEventListener('click', action.run);
      place.append(' ', button);
    }

    /** Why something was not done; nothing takes it away. */
    export function showProblem(text) {
      find('#problem').textContent = inert(text);
    }

    /** Why the new task was not added. */
    export function showAddError(text) {
      find('#add-error').textContent = inert(text);
      find('#add').elements.Subject.setAttribute('aria-invalid', String(text !== ''));
    }
    """#)
}
