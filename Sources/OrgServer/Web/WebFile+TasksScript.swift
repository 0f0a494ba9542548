extension WebFile {
  static let tasksScript = script(
    "tasks.js",
    #"""
    // The tasks that are shown: which they are, how they are fetched, and what is on its way to the org.

    /** What can be shown. `TODAY` and the like are days in the org's time zone, so the org itself decides. */
    export const FILTERS = {
      today: { where: 'ActivityDate = TODAY AND IsClosed = false', empty: 'Nothing is due today.' },
      tomorrow: { where: 'ActivityDate = TOMORROW AND IsClosed = false', empty: 'Nothing is due tomorrow.' },
      overdue: { where: 'ActivityDate < TODAY AND IsClosed = false', empty: 'Nothing is overdue.' },
      open: { where: 'IsClosed = false', empty: 'There are no open tasks.' },
      completed: { where: 'IsClosed = true', empty: 'Nothing is completed yet.', isLatestFirst: true },
    };

    const FIELDS = [
      'Subject', 'ActivityDate', 'Status', 'IsClosed', 'Priority', 'IsHighPriority', 'Description', 'OwnerId', 'WhoId',
      'WhatId', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp',
    ];
    const NAMES = { OwnerId: 'Owner.Name', WhoId: 'Who.Name', WhatId: 'What.Name', LastModifiedById: 'LastModifiedBy.Name' };

    const PAGE = 200;
    /** More changes at once than this are cheaper to fetch as a whole. */
    const MOST_IDS = 100;

    /** The tasks of one filter and one owner, kept up to date. `onChange()` is called when they are to be shown anew. */
    export class Tasks {
      /** In the order of display. */
      records = [];
      hasMore = false;
      total = 0;
      /** Fields that were sent and not yet answered, by Id; shown as if they were there. */
      pending = new Map();
      /** New tasks that were sent and not yet answered. */
      drafts = new Set();
      /** Who else changed a task since it is shown, by Id. */
      news = new Map();
      /** A task that is followed whether it is shown or not: `{id, changed(record)}`, with `null` for a task that is gone. */
      watched = null;

      #org;
      #columns;
      #onChange;
      #view = { filter: FILTERS.today, owner: '', limit: PAGE };
      #isStale = true;
      #dirty = new Set();
      #fetching = null;

      /** `readable` are the names of the fields that the user may see. */
      constructor(org, readable, onChange) {
        this.#org = org;
        this.#onChange = onChange;
        const fields = FIELDS.filter((name) => readable.has(name));
        this.#columns = ['Id', ...fields, ...fields.flatMap((name) => NAMES[name] ?? [])].join(', ');
      }

      get filter() {
        return this.#view.filter;
      }

      /** Shows other tasks: of the filter, and of the owner, or everybody's where `owner` is empty. */
      show(filter, owner) {
        this.#view = { filter, owner, limit: PAGE };
        this.news.clear();
        return this.touch();
      }

      showMore() {
        this.#view = { ...this.#view, limit: this.#view.limit * 2 };
        return this.touch();
      }

      /**
       * Something changed: these records, or who knows what. Fetches are made one after the other, so that an older answer
       * never replaces a newer one.
       */
      touch(ids) {
        if (ids) ids.forEach((id) => this.#dirty.add(id));
        else this.#isStale = true;
        this.#fetching ??= this.#fetchUntilClean().finally(() => { this.#fetching = null; });
        return this.#fetching;
      }

      async #fetchUntilClean() {
        while (this.#isStale || this.#dirty.size > 0) {
          const ids = this.#isStale || this.#dirty.size > MOST_IDS ? null : [...this.#dirty];
          this.#isStale = false;
          this.#dirty.clear();
          try {
            await (ids ? this.#fetch(ids) : this.#fetchAll());
          } catch (error) {
            this.#isStale = true;
            throw error;
          }
          this.#onChange();
        }
      }

      async #fetchAll() {
        const view = this.#view;
        const order = view.filter.isLatestFirst
          ? 'LastModifiedDate DESC, Id DESC' : 'ActivityDate ASC NULLS LAST, IsHighPriority DESC, Id ASC';
        const records = await this.#query(`${condition(view)} ORDER BY ${order} LIMIT ${view.limit + 1}`);
        const hasMore = records.length > view.limit;
        const total = hasMore ? await this.#org.count('Task', condition(view)) : records.length;
        await this.#followWatched();
        // While this was fetched, others were asked for.
        if (view !== this.#view) return;
        this.#noteNews(records, this.records.length > 0);
        Object.assign(this, { records: records.slice(0, view.limit), hasMore, total });
      }

      async #fetch(ids) {
        const view = this.#view;
        const found = await this.#query(`Id IN (${ids.map((id) => `'${id}'`).join(', ')}) AND ${condition(view)}`);
        if (ids.some((id) => sameId(id, this.watched?.id))) await this.#followWatched();
        if (view !== this.#view) return;
        this.#noteNews(found, true);
        const kept = this.records.filter((record) => !ids.some((id) => sameId(id, record.Id)));
        const records = [...kept, ...found].sort(view.filter.isLatestFirst ? latestFirst : soonestFirst);
        this.total += records.length - this.records.length;
        // What comes after the last one that is shown is among those that are not shown yet.
        if (this.hasMore) records.length = Math.min(records.length, view.limit);
        this.records = records;
      }

      async #followWatched() {
        const watched = this.watched;
        if (!watched) return;
        const [record] = await this.#query(`Id = '${watched.id}'`);
        if (watched === this.watched) watched.changed(record ?? null);
      }

      #query(rest) {
        return this.#org.query(`SELECT ${this.#columns} FROM Task WHERE ${rest}`);
      }

      /** Marks the records that somebody else changed since they were shown. */
      #noteNews(records, marksNew) {
        const shown = new Map(this.records.map((record) => [record.Id, record]));
        for (const record of records) {
          const old = shown.get(record.Id);
          if (old ? old.SystemModstamp === record.SystemModstamp : !marksNew) continue;
          if (record.LastModifiedById === this.#org.userId) this.news.delete(record.Id);
          else this.news.set(record.Id, record.LastModifiedBy?.Name ?? 'somebody else');
        }
      }
    }

    function condition({ filter, owner }) {
      return owner ? `${filter.where} AND OwnerId = '${owner}'` : filter.where;
    }

    /** Whether two Ids, of 15 or 18 characters, are of one record. */
    function sameId(left, right) {
      return left?.slice(0, 15) === right?.slice(0, 15);
    }

    function soonestFirst(left, right) {
      return compare(left.ActivityDate ?? '9999', right.ActivityDate ?? '9999')
        || Number(right.IsHighPriority ?? false) - Number(left.IsHighPriority ?? false)
        || compare(left.Id, right.Id);
    }

    function latestFirst(left, right) {
      return compare(right.LastModifiedDate, left.LastModifiedDate) || compare(right.Id, left.Id);
    }

    function compare(left, right) {
      return left < right ? -1 : left > right ? 1 : 0;
    }
    """#)
}
