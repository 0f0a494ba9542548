extension WebFile {
  static let liveScript = script(
    "live.js",
    #"""
    // Hears of changes while they happen: CometD long polling, as Salesforce's Streaming API speaks it.

    import { ConnectionError, LoginNeeded, SalesforceError } from './salesforce.js';

    const TOPIC = {
      Name: 'TaskPage', Query: 'SELECT Id FROM Task', ApiVersion: 58.0, NotifyForFields: 'All',
      NotifyForOperationCreate: true, NotifyForOperationUpdate: true, NotifyForOperationDelete: true,
      NotifyForOperationUndelete: true,
    };

    /** In the order of preference: a PushTopic respects sharing, Change Data Capture needs View All Data. */
    const CHANNELS = [`/topic/${TOPIC.Name}`, '/data/TaskChangeEvent'];

    const POLL_SECONDS = 5;
    const POLLS_BEFORE_STREAMING_AGAIN = 12;
    const LONGEST_PAUSE_SECONDS = 30;

    /**
     * Follows the tasks of the org until stopped. An event is only a hint that something is to be fetched, so events carry
     * no more than Ids.
     *
     * `changed(ids)` is called with the Ids of changed tasks, or with nothing where anything may have changed: after the
     * start, after a gap. `state(text, isGood)` says how the connection is. `loginNeeded()` ends it.
     */
    export class Live {
      #org;
      #tell;
      #stop = new AbortController();
      #failures = 0;
      /** Whether the org answered when it failed last. Then streaming alone may not work, and polling may. */
      #isRefused = false;
      #lastMessage = 0;

      constructor(org, tell) {
        this.#org = org;
        this.#tell = tell;
      }

      stop() {
        this.#stop.abort();
      }

      async run() {
        while (!this.#isStopped) {
          try {
            await (this.#isRefused && this.#failures > 1 ? this.#poll() : this.#follow());
          } catch (error) {
            if (this.#isStopped) return;
            if (error instanceof LoginNeeded) return this.#tell.loginNeeded(error);
            await this.#pauseAfter(error);
          }
        }
      }

      get #isStopped() {
        return this.#stop.signal.aborted;
      }

      /** One Bayeux session, from the handshake to the moment that the server or the network ends it. */
      async #follow() {
        const handshake = await this.#exchange({
          channel: '/meta/handshake', version: '1.0', minimumVersion: '1.0', supportedConnectionTypes: ['long-polling'],
        });
        const { clientId } = handshake.reply;
        await this.#connect(clientId);
        const channel = await this.#subscribe(clientId);
        await this.#tell.changed();
        if (!channel) return this.#poll();
        this.#isFine('Live');
        for (;;) {
          const messages = await this.#connect(clientId);
          const events = messages.filter((message) => message.channel === channel);
          if (events.length > 0) await this.#tell.changed(changedIds(events));
          this.#isFine('Live');
        }
      }

      async #connect(clientId) {
        const { messages } = await this.#exchange({ channel: '/meta/connect', clientId, connectionType: 'long-polling' });
        return messages;
      }

      /** Subscribes to the first channel that the user may hear; `undefined` if there is none. */
      async #subscribe(clientId) {
        await this.#makeTopic();
        for (const subscription of CHANNELS) {
          const { reply } = await this.#exchange({ channel: '/meta/subscribe', clientId, subscription }, { mayFail: true });
          if (reply.successful) return subscription;
        }
        return undefined;
      }

      /** Makes the PushTopic unless it is there; most users may not, and do without. */
      async #makeTopic() {
        try {
          const known = await this.#org.query(`SELECT Id FROM PushTopic WHERE Name = '${TOPIC.Name}'`);
          if (known.length === 0) await this.#org.create('PushTopic', TOPIC);
        } catch (error) {
          if (!(error instanceof SalesforceError)) throw error;
        }
      }

      async #poll() {
        for (let round = 0; round < POLLS_BEFORE_STREAMING_AGAIN; round++) {
          this.#isFine(`Every ${POLL_SECONDS} seconds`);
          await this.#pause(POLL_SECONDS);
          await this.#tell.changed();
        }
      }

      /** Sends one message; its reply, and all messages that came with it. A refusal is thrown. */
      async #exchange(message, { mayFail = false } = {}) {
        const id = String(++this.#lastMessage);
        const { token, replies } = await this.#org.bayeux([{ ...message, id }], this.#stop.signal);
        const messages = Array.isArray(replies) ? replies : [];
        const reply = messages.find((candidate) => candidate.channel === message.channel);
        const reason = reply?.ext?.sfdc?.failureReason ?? reply?.error ?? 'The org did not answer the streaming request.';
        if (!reply?.successful && reason.startsWith('401')) await this.#org.renew(token);
        if (!reply || (!reply.successful && !mayFail)) throw new SalesforceError(200, [{ message: reason, errorCode: '' }]);
        return { reply, messages };
      }

      #isFine(text) {
        this.#failures = 0;
        this.#tell.state(text, true);
      }

      /** After a first failure, such as a session that the org has forgotten, at once; then ever more slowly. */
      async #pauseAfter(error) {
        const isRefused = error instanceof SalesforceError;
        if (isRefused !== this.#isRefused) this.#failures = 0;
        this.#isRefused = isRefused;
        const seconds = this.#failures === 0 ? 0 : Math.min(2 ** (this.#failures - 1), LONGEST_PAUSE_SECONDS);
        this.#failures += 1;
        const what = error instanceof ConnectionError ? 'Connection lost.' : `Not live: ${error.message}`;
        if (seconds > 0) this.#tell.state(`${what} Trying again in ${seconds} s`, false);
        await this.#pause(seconds);
      }

      #pause(seconds) {
        return new Promise((resolve) => {
          const timer = setTimeout(resolve, seconds * 1000);
          this.#stop.signal.addEventListener('abort', () => { clearTimeout(timer); resolve(); }, { once: true });
        });
      }
    }

    /** The Ids of the records that events tell of; `undefined` where an event says that there were more than it tells. */
    function changedIds(events) {
      const ids = new Set();
      for (const { data } of events) {
        const header = data?.payload?.ChangeEventHeader;
        const found = header ? header.recordIds ?? [] : [data?.sobject?.Id];
        if (header?.changeType?.startsWith('GAP') || !found.every((id) => /^[a-zA-Z0-9]{15,18}$/.test(id))) return undefined;
        found.forEach((id) => ids.add(id));
      }
      return [...ids];
    }
    """#)
}
