extension WebFile {
  static let appScript = script(
    "app.js",
    #"""
    // Who is logged in, and the controls around the list.

    import { showConnection } from './messages.js';
    import { Page } from './page.js';
    import { LoginNeeded } from './salesforce.js';
    import { inert } from './text.js';

    /** The password of the users in the menu. */
    const DEMO_PASSWORD = 'demo';
    const LONGEST_PAUSE_SECONDS = 30;

    const [main, login, menu, add, filter, more, dialog] = ['main', '#login', '#user', '#add', '#filter', '#more', '#editor']
      .map((selector) => document.querySelector(selector));

    let page = null;

    async function enter(username, password) {
      page?.stop();
      const entered = new Page((error) => askForLogin(username, error.message));
      page = entered;
      [login.hidden, main.hidden] = [true, true];
      sessionStorage.setItem('username', username);
      showConnection('Connecting…', true);
      for (let seconds = 1; page === entered; seconds = Math.min(seconds * 2, LONGEST_PAUSE_SECONDS)) {
        try {
          await entered.start(username, password);
          main.hidden = false;
          return;
        } catch (error) {
          if (page !== entered) return;
          if (error instanceof LoginNeeded) return askForLogin(username, error.message);
          showConnection(`${error.message} Trying again in ${seconds} s`, false);
          await new Promise((resolve) => { setTimeout(resolve, seconds * 1000); });
        }
      }
    }

    function askForLogin(username, message) {
      page?.stop();
      page = null;
      [login.hidden, main.hidden] = [false, true];
      menu.value = '';
      login.elements.username.value = username;
      login.elements.password.value = '';
      login.querySelector('.error').textContent = inert(message);
      showConnection('Not logged in', false);
      login.elements[username ? 'password' : 'username'].focus();
    }

    menu.addEventListener('change', () => (menu.value ? enter(menu.value, DEMO_PASSWORD) : askForLogin('', '')));
    login.addEventListener('submit', (event) => {
      event.preventDefault();
      enter(login.elements.username.value.trim(), login.elements.password.value);
    });
    add.addEventListener('submit', (event) => { event.preventDefault(); page?.add(); });
    filter.addEventListener('change', () => page?.choose());
    filter.addEventListener('submit', (event) => event.preventDefault());
    more.addEventListener('click', () => page?.showMore());
    document.addEventListener('visibilitychange', () => { if (!document.hidden) page?.fetch(); });
    document.addEventListener('keydown', (event) => {
      const isTyping = event.target.matches('input:not([type=checkbox], [type=radio]), select, textarea');
      if (event.key !== 'n' || event.ctrlKey || event.metaKey || event.altKey || isTyping || dialog.open) return;
      event.preventDefault();
      add.elements.Subject.focus();
    });

    const remembered = sessionStorage.getItem('username') || menu.options[0].value;
    menu.value = remembered;
    if (menu.value) enter(remembered, DEMO_PASSWORD);
    else askForLogin(remembered, '');
    """#)
}
