type Targets = Readonly<Record<string, readonly string[]>>

/*
 * The argument that says where, of every Monday.com and Intercom tool that may go on by itself, reviewed by hand.
 * Left out, and so always asked about: what makes something new that is in no place yet, what joins two places,
 * what changes who may see or do something, and what names the person or the address that it goes to beside its place.
 */
const monday: Targets = {
  board_id: [
    'board_archive',
    'board_delete',
    'board_duplicate',
    'board_update',
    'column_create',
    'column_delete',
    'column_title_change',
    'column_update',
    'group_archive',
    'group_create',
    'group_delete',
    'group_duplicate',
    'group_update',
    'item_column_simple_value_change',
    'item_column_value_change',
    'item_column_values_change',
    'item_create',
    'item_duplicate',
  ],
  item_id: [
    'item_archive',
    'item_delete',
    'item_description_set',
    'item_move_to_group',
    'item_position_change',
    'item_updates_clear',
    'update_create',
  ],
  parent_item_id: ['subitem_create'],
  update_id: ['update_like', 'update_pin', 'update_unlike', 'update_unpin'],
  doc_id: ['doc_add_markdown_content', 'doc_delete', 'doc_update_name'],
  workspace_id: ['workspace_delete', 'workspace_update'],
  id: ['update_delete', 'update_edit', 'webhook_delete'],
}

const intercom: Targets = {
  contact_id: [
    'archive_contact',
    'attach_contact_to_company',
    'attach_subscription_to_contact',
    'attach_tag_to_contact',
    'create_contact_note',
    'delete_contact',
    'detach_contact_from_company',
    'detach_subscription_from_contact',
    'detach_tag_from_contact',
    'unarchive_contact',
    'update_contact',
  ],
  conversation_id: [
    'attach_tag_to_conversation',
    'auto_assign_conversation',
    'convert_conversation_to_ticket',
    'detach_contact_from_conversation',
    'detach_tag_from_conversation',
    'manage_conversation',
    'redact_conversation',
    'reply_to_conversation',
    'update_conversation',
  ],
  ticket_id: ['attach_tag_to_ticket', 'detach_tag_from_ticket', 'reply_to_ticket', 'update_ticket'],
  ticket_type_id: ['create_ticket_type_attribute', 'update_ticket_type', 'update_ticket_type_attribute'],
  article_id: ['delete_article', 'update_article'],
  collection_id: ['delete_help_center_collection', 'update_help_center_collection'],
  news_item_id: ['delete_news_item', 'update_news_item'],
  company_id: ['delete_company', 'update_company'],
  data_attribute_id: ['update_data_attribute'],
  admin_id: ['set_away_admin'],
  tag_id: ['delete_tag'],
  id: ['update_visitor'],
}

const rowsOf = (prefix: string, targets: Targets): readonly (readonly [string, string])[] =>
  Object.entries(targets).flatMap(([argument, names]) => names.map((name) => [`${prefix}_${name}`, argument] as const))

/** The argument that says where, by the name of a reviewed tool; one that was reviewed and is missing here has none. */
export const reviewedTargets: ReadonlyMap<string, string> = new Map([
  ...rowsOf('monday', monday),
  ...rowsOf('intercom', intercom),
])
