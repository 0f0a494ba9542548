extension WebFile {
  static let salesforceScript = script(
    "salesforce.js",
    #"""
    // The REST API, as any other client of the org uses it.

    /** The org refused; `errors` is its list of `{message, errorCode, fields?}`. */
    export class SalesforceError extends Error {
      constructor(status, errors) {
        super(errors.map((error) => error.message).join(' '));
        this.status = status;
        this.errors = errors;
      }
    }

    /** No answer came; whether the org did what was asked is not known. */
    export class ConnectionError extends Error {}

    /** The org does not take the username and password. */
    export class LoginNeeded extends Error {}

    /** A user's session with the org that served this page. */
    export class Salesforce {
      /** How far the org's clock is ahead of the browser's, in milliseconds: the simulator's can be set. */
      #skew = 0;
      #token = '';
      #credentials = null;
      #renewal = null;
      #data = '';

      /** Logs in by the OAuth 2.0 username-password flow, and takes the newest version of the API. */
      async login(username, password) {
        const form = new URLSearchParams({ grant_type: 'password', client_id: 'web', username, password });
        const answer = await tokenFor(form);
        this.#token = answer.access_token;
        this.#credentials = { username, password };
        this.userId = answer.id.split('/').pop();
        if (this.#data) return;
        const versions = await this.request('GET', '/services/data/');
        this.#data = versions.at(-1).url;
      }

      /** The time in the org. */
      get now() {
        return new Date(Date.now() + this.#skew);
      }

      /** What userinfo tells of the user: `name`, `zoneinfo` and more. */
      userInfo() {
        return this.request('GET', '/services/oauth2/userinfo');
      }

      /** Makes a request; a session that has expired is renewed once. Answers the JSON of the answer, `null` for none. */
      async request(method, path, body, { signal, patience = PATIENCE, isRepeated = false } = {}) {
        const token = this.#token;
        const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
        const response = await reach(path, { method, headers, body: body && JSON.stringify(body) }, patience, signal);
        this.#noteTime(response);
        if (response.status === 401 && !isRepeated) {
          await this.renew(token);
          return this.request(method, path, body, { signal, patience, isRepeated: true });
        }
        const answer = await read(response);
        if (response.ok && answer !== undefined) return answer;
        if (Array.isArray(answer) && answer[0]?.message) throw new SalesforceError(response.status, answer);
        throw new SalesforceError(response.status, [
          { message: `The org gave an answer that is not Salesforce's, with status ${response.status}.`, errorCode: '' },
        ]);
      }

      /** Logs in anew in place of a token that is no longer valid. Many may ask at once; one login is made. */
      async renew(expired) {
        if (expired !== this.#token) return;
        const { username, password } = this.#credentials;
        this.#renewal ??= this.login(username, password).finally(() => { this.#renewal = null; });
        await this.#renewal;
      }

      /** Sends Bayeux messages; answers the replies. `token` is what they were sent with. */
      async bayeux(messages, signal) {
        const token = this.#token;
        const version = this.#data.split('/v').pop();
        const options = { signal, patience: LONG_PATIENCE };
        const replies = await this.request('POST', `/cometd/${version}`, messages, options);
        return { token, replies };
      }

      // Records

      async query(soql) {
        let page = await this.#get(`query?q=${encodeURIComponent(soql)}`);
        const records = page.records;
        while (page.nextRecordsUrl) {
          page = await this.request('GET', page.nextRecordsUrl);
          records.push(...page.records);
        }
        return records;
      }

      async count(object, condition) {
        const answer = await this.#get(`query?q=${encodeURIComponent(`SELECT COUNT() FROM ${object} WHERE ${condition}`)}`);
        return answer.totalSize;
      }

      describe(object) {
        return this.#get(`sobjects/${object}/describe`);
      }

      create(object, fields) {
        return this.request('POST', `${this.#data}/sobjects/${object}`, fields);
      }

      update(object, id, fields) {
        return this.request('PATCH', `${this.#data}/sobjects/${object}/${id}`, fields);
      }

      delete(object, id) {
        return this.request('DELETE', `${this.#data}/sobjects/${object}/${id}`);
      }

      #get(path) {
        return this.request('GET', `${this.#data}/${path}`);
      }

      #noteTime(response) {
        const time = Date.parse(response.headers.get('Date'));
        if (!Number.isNaN(time)) this.#skew = time - Date.now();
      }
    }

    /** Text as a SOQL string. */
    export function quoted(text) {
      return `'${text.replace(/[\\']/g, '\\$&').replace(/\n/g, '\\n').replace(/\r/g, '\\r')}'`;
    }

    /** How long an answer may take, in milliseconds; a streaming connect is held for almost two minutes. */
    const PATIENCE = 30_000;
    const LONG_PATIENCE = 150_000;

    async function tokenFor(form) {
      const response = await reach('/services/oauth2/token', { method: 'POST', body: form }, PATIENCE);
      const answer = await read(response);
      if (response.ok && answer?.access_token) return answer;
      const message = answer?.error_description ?? `The org answered ${response.status} to the login.`;
      if (answer?.error === 'invalid_grant') throw new LoginNeeded(message);
      throw new SalesforceError(response.status, [{ message, errorCode: answer?.error ?? '' }]);
    }

    async function reach(path, options, patience, signal) {
      const limit = AbortSignal.timeout(patience);
      try {
        return await fetch(path, { ...options, signal: signal ? AbortSignal.any([signal, limit]) : limit });
      } catch (error) {
        throw new ConnectionError('The org cannot be reached.', { cause: error });
      }
    }

    /** The JSON of an answer: `null` where there is nothing, `undefined` where it is no JSON. */
    async function read(response) {
      let text;
      try {
        text = await response.text();
      } catch (error) {
        throw new ConnectionError('The connection broke in the middle of an answer.', { cause: error });
      }
      if (!text) return null;
      try {
        return JSON.parse(text);
      } catch {
        return undefined;
      }
    }
    """#)
}
