import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'

/** Where threads stand in the list. Every query names the owner, and says whether there was such a thread. */
export type Shelf = {
  /** Gives a thread the name that its person chose. */
  readonly rename: (owner: Owner, id: string, title: string) => boolean
  /** Gives a thread a better title than its first words, unless somebody has named it. */
  readonly suggestTitle: (owner: Owner, id: string, title: string) => boolean
  readonly pin: (owner: Owner, id: string, time: number | null) => boolean
  readonly archive: (owner: Owner, id: string, time: number | null) => boolean
  /** Takes a thread out of everything that is shown; it is destroyed later. */
  readonly markDeleted: (owner: Owner, id: string, time: number) => boolean
  readonly restore: (owner: Owner, id: string) => boolean
}

/** Opens the shelf on the app's database. */
export const createShelf = (database: Database): Shelf => {
  const set = (assignment: string, values: readonly (string | number | null)[], condition = ''): boolean =>
    database.run(
      `update threads set ${assignment} where owner = ? and id = ? and deleted_at is null ${condition}`,
      values,
    ) > 0
  return {
    rename: (owner, id, title) => set(`title = ?, titled_by = 'person'`, [title, owner, id]),
    suggestTitle: (owner, id, title) =>
      set(`title = ?, titled_by = 'model'`, [title, owner, id], `and titled_by = 'words'`),
    pin: (owner, id, time) => set('pinned_at = ?', [time, owner, id]),
    archive: (owner, id, time) => set('archived_at = ?', [time, owner, id]),
    markDeleted: (owner, id, time) => set('deleted_at = ?', [time, owner, id]),
    restore: (owner, id) =>
      database.run('update threads set deleted_at = null where owner = ? and id = ? and deleted_at is not null', [
        owner,
        id,
      ]) > 0,
  }
}
