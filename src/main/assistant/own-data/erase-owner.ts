import type { Owner } from '../../identity/identifier'
import type { Database } from '../../platform/database'
import { rewriteIndex } from '../search/rewrite-index'
import { erasingTable, ownerTables } from './owner-tables'

/**
 * Deletes every row of one owner, all or none, and makes sure that no file holds any of it any more. `last` is a part
 * of it: what it throws takes everything back. The log of activity lets go of an owner's entries only while the
 * database itself has that owner down as being erased, which it does for the time of this transaction.
 */
export const eraseOwner = (database: Database, owner: Owner, last: () => void): void => {
  database.transaction(() => {
    database.run(`insert into ${erasingTable} (owner) values (?)`, [owner])
    for (const table of ownerTables(database)) database.run(`delete from ${table} where owner = ?`, [owner])
    database.run(`delete from ${erasingTable} where owner = ?`, [owner])
    last()
  })
  Array.from(rewriteIndex(database))
  database.forgetDeleted()
}
