import { z } from 'zod'
import type { Database } from '../../platform/database'

const tableSchema = z.object({ name: z.string().regex(/^\w+$/), virtual: z.number() })

/** What names an owner for the database itself while their rows are being deleted. */
export const erasingTable = 'erasing'

/**
 * Every table that says whose its rows are, asked of the database itself: one that is added later is among them.
 * Those that other tables are an index of come first.
 */
export const ownerTables = (database: Database): readonly string[] =>
  database
    .rows(
      tableSchema,
      `select name, sql like 'create virtual%' as virtual from sqlite_master
       where type = 'table' and name <> ? and exists (select 1 from pragma_table_info(sqlite_master.name) where name = 'owner')
       order by virtual, name`,
      [erasingTable],
    )
    .map(({ name }) => name)
