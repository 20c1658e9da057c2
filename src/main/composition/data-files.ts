/** The database, in the data folder. */
export const databaseFile = 'onbehalf.db'
/** Where the ends of the activity log are noted, in the data folder. */
export const headsFile = 'activity-heads.json'
