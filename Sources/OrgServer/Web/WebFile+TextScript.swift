extension WebFile {
  static let textScript = script(
    "text.js",
    #"""
    // What people read: text made harmless, and days in words.

    const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;

    /**
     * Text for display. Control characters become the symbols of their names, and characters that turn the direction of
     * writing are marked, so that a subject shows what it holds and changes nothing around it.
     */
    export function inert(text) {
      return (text ?? '')
        .replace(/[\u0000-\u001F]/g, (character) => String.fromCharCode(0x2400 + character.charCodeAt(0)))
        .replace(/\u007F/g, '\u2421')
        .replace(/[\u0080-\u009F\u2028\u2029]/g, '\uFFFD')
        .replace(BIDI, '\uFFFD');
    }

    /** An element with a class and text. Text is never taken for markup. */
    export function element(name, className, text) {
      const made = document.createElement(name);
      if (className) made.className = className;
      if (text !== undefined) made.textContent = inert(text);
      return made;
    }

    /** The day `YYYY-MM-DD` that it is at a moment in a time zone; an unknown zone counts as the browser's own. */
    export function dayOf(date, timeZone) {
      const parts = { year: 'numeric', month: '2-digit', day: '2-digit' };
      try {
        return new Intl.DateTimeFormat('en-CA', { ...parts, timeZone }).format(date);
      } catch {
        return new Intl.DateTimeFormat('en-CA', parts).format(date);
      }
    }

    /** The day so many days after another one. */
    export function addDays(day, count) {
      const date = new Date(`${day}T00:00:00Z`);
      date.setUTCDate(date.getUTCDate() + count);
      return date.toISOString().slice(0, 10);
    }

    /** A day as people say it: `Today`, `Fri 27 Nov`, with the year where it is another one. */
    export function dayName(day, today) {
      const near = { [addDays(today, -1)]: 'Yesterday', [today]: 'Today', [addDays(today, 1)]: 'Tomorrow' };
      if (near[day]) return near[day];
      const year = day.slice(0, 4) === today.slice(0, 4) ? undefined : 'numeric';
      return new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', year, timeZone: 'UTC' })
        .format(new Date(`${day}T00:00:00Z`));
    }

    /** The time of day of a moment as Salesforce writes it, here. */
    export function clockTime(moment) {
      const iso = moment.replace(/([+-]\d\d)(\d\d)$/, '$1:$2');
      return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));
    }
    """#)
}
