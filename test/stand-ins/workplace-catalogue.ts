import type { JsonObject } from '../../src/contract/json'

/** A tool as a catalogue describes it. */
export type StandInTool = { readonly name: string; readonly description: string; readonly input_schema: JsonObject }

const object = (properties: JsonObject, required: readonly string[] = []): JsonObject => ({
  type: 'object',
  properties,
  required,
})
const string = (description: string): JsonObject => ({ type: 'string', description })

/** The tools of the workplace: names and parameters are Monday.com's. */
export const workplaceTools: readonly StandInTool[] = [
  {
    name: 'monday_me_get',
    description: 'Retrieve the profile of the currently authenticated Monday.com user.',
    input_schema: object({}),
  },
  {
    name: 'monday_workspaces_list',
    description: 'List all workspaces in your Monday.com account.',
    input_schema: object({ limit: { type: 'integer', description: 'Number of workspaces to return' } }),
  },
  {
    name: 'monday_boards_list',
    description: 'Retrieve a list of boards from your Monday.com account with optional filtering.',
    input_schema: object({
      limit: { type: 'integer', description: 'Number of boards to return (default 10)' },
      page: { type: 'integer', description: 'Page number for pagination' },
      workspace_ids: { type: 'array', description: 'Filter by workspace IDs', items: { type: 'string' } },
    }),
  },
  {
    name: 'monday_items_list',
    description:
      'Retrieve items from a Monday.com board. Returns items with their column values, group, and creator details.',
    input_schema: object(
      {
        board_id: string('ID of the board to list items from'),
        cursor: string('Pagination cursor from a previous response'),
        limit: { type: 'integer', description: 'Number of items to return per page (max 500)' },
      },
      ['board_id'],
    ),
  },
  {
    name: 'monday_items_get',
    description: 'Fetch one or more items directly by ID, without going through their board.',
    input_schema: object(
      { ids: { type: 'array', description: 'IDs of the items to fetch', items: { type: 'string' } } },
      ['ids'],
    ),
  },
  {
    name: 'monday_item_create',
    description: 'Create a new item (row) on a Monday.com board.',
    input_schema: object(
      {
        board_id: string('ID of the board to create the item on'),
        item_name: string('Name of the item to create'),
        column_values: string('JSON string of column values to set'),
        create_labels_if_missing: {
          type: 'boolean',
          description: "Auto-create status/dropdown labels if they don't exist",
        },
        group_id: string('ID of the group to add the item to'),
      },
      ['board_id', 'item_name'],
    ),
  },
  {
    name: 'monday_item_delete',
    description: 'Permanently delete an item from a Monday.com board.',
    input_schema: object({ item_id: string('ID of the item to delete') }, ['item_id']),
  },
  {
    name: 'monday_webhook_create',
    description: 'Register a new webhook for a board event.',
    input_schema: object(
      {
        board_id: string('ID of the board to watch'),
        event: string('Event to trigger on'),
        url: string('URL to send webhook payloads to'),
      },
      ['board_id', 'event', 'url'],
    ),
  },
]
