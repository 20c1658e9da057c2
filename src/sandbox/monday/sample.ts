import { ada, ben } from '../people'
import { goalItems, marketingItems, studioItems, type SampleItem } from './sample-items'
import type { Board, Item, MondayState, Update, User } from './state'

const day = 24 * 60 * 60 * 1000
const statuses = ['Working on it', 'Done', 'Stuck', 'Not started']
const columns = [
  { id: 'status', title: 'Status', type: 'status', labels: statuses },
  { id: 'person', title: 'Owner', type: 'people' },
  { id: 'date', title: 'Due date', type: 'date' },
  { id: 'priority', title: 'Priority', type: 'status', labels: ['High', 'Medium', 'Low'] },
  { id: 'text', title: 'Notes', type: 'text' },
]

const users = (): User[] => [
  {
    id: '61001',
    name: ada.name,
    email: ada.email,
    title: 'Head of marketing',
    isAdmin: true,
    identifier: ada.identifier,
  },
  { id: '61002', name: ben.name, email: ben.email, title: 'Designer', isAdmin: false, identifier: ben.identifier },
  { id: '61003', name: 'Mira Petrov', email: 'mira.petrov@northwind.example', title: 'Content lead', isAdmin: false },
  { id: '61004', name: 'Jonas Weber', email: 'jonas.weber@northwind.example', title: 'Growth manager', isAdmin: false },
  { id: '61005', name: 'Yuki Sato', email: 'yuki.sato@northwind.example', title: 'Illustrator', isAdmin: false },
]

const boards = (at: (days: number) => string): Board[] => {
  const times = { createdAt: at(-120), updatedAt: at(-0.1) }
  const shared = { kind: 'public', columns: structuredClone(columns), ...times }
  return [
    {
      ...shared,
      id: '5091000001',
      name: 'Marketing',
      description: 'Campaigns, content and the autumn launch',
      workspaceId: '7001',
      groups: [
        { id: 'this_week', title: 'This week' },
        { id: 'next_week', title: 'Next week' },
        { id: 'launch', title: 'Launch' },
        { id: 'backlog', title: 'Backlog' },
        { id: 'done', title: 'Done' },
      ],
    },
    {
      ...shared,
      id: '5091000002',
      name: 'Company goals',
      description: 'What we want to reach this year',
      kind: 'private',
      workspaceId: '7001',
      groups: [{ id: 'objectives', title: 'Objectives' }],
    },
    {
      ...shared,
      id: '5091000003',
      name: 'Studio requests',
      description: 'Design work asked for by other teams',
      workspaceId: '7002',
      groups: [
        { id: 'requested', title: 'Requested' },
        { id: 'in_progress', title: 'In progress' },
        { id: 'delivered', title: 'Delivered' },
      ],
    },
  ]
}

/** The sample Monday.com account as it is on its first day; times are relative to `now`. */
export const sampleMonday = (now: number): MondayState => {
  const at = (days: number): string => new Date(now + days * day).toISOString()
  const people = users()
  const rows = [
    ...marketingItems.map((row) => ({ row, boardId: '5091000001' })),
    ...goalItems.map((row) => ({ row, boardId: '5091000002' })),
    ...studioItems.map((row) => ({ row, boardId: '5091000003' })),
  ]
  const items = rows.map(({ row, boardId }, index) => sampleItem({ row, boardId, index, at, people }))
  return {
    account: { id: '9001', name: 'Northwind (sample)', slug: 'northwind-sample' },
    nextId: 5_091_003_000,
    users: people,
    workspaces: [
      { id: '7001', name: 'Northwind Marketing', description: 'Marketing', members: ['61001', '61003', '61004'] },
      { id: '7002', name: 'Northwind Studio', description: 'Design', members: ['61002', '61005'] },
    ],
    boards: boards(at),
    items,
    updates: sampleUpdates(items, at),
    tags: [
      { id: '8001', name: 'launch', color: '#00c875', boardId: '5091000001' },
      { id: '8002', name: 'needs-review', color: '#fdab3d', boardId: '5091000001' },
      { id: '8003', name: 'print', color: '#579bfc', boardId: '5091000003' },
    ],
  }
}

const sampleItem = (from: {
  readonly row: SampleItem
  readonly boardId: string
  readonly index: number
  readonly at: (days: number) => string
  readonly people: readonly User[]
}): Item => {
  const [name, groupId, status, owner, due, priority] = from.row
  return {
    id: String(5_091_002_000 + from.index),
    name,
    boardId: from.boardId,
    groupId,
    state: 'active',
    creatorId: from.people.find((user) => user.name === owner)?.id ?? '61001',
    createdAt: from.at(-30 + from.index * 0.5),
    updatedAt: from.at(-4 + from.index * 0.1),
    values: { status, person: owner, date: from.at(due).slice(0, 10), priority },
  }
}

const updateTexts: readonly (readonly [item: string, author: string, body: string, days: number])[] = [
  ['Launch teaser video', '61003', 'First cut is in the shared folder. Sound mix follows tomorrow.', -1.4],
  ['Launch teaser video', '61001', 'Love the opening. Can we make the logo reveal a second shorter?', -0.6],
  ['Landing page copy', '61004', 'Legal still has to approve the guarantee sentence.', -0.9],
  ['Customer story: Halden Foods', '61001', 'Interview done, quotes are with the customer for approval.', -2.1],
  ['Brand photo shoot', '61001', 'The photographer cancelled; looking for another one.', -3],
  ['Packaging sketch', '61005', 'Waiting for the exact measurements from the printer.', -1.2],
  ['Icons for the mobile app', '61002', 'Twelve of twenty icons are done.', -0.4],
]

const sampleUpdates = (items: readonly Item[], at: (days: number) => string): Update[] =>
  updateTexts.map(([name, creatorId, body, days], index) => ({
    id: String(5_091_001_000 + index),
    itemId: items.find((item) => item.name === name)?.id ?? '',
    body,
    creatorId,
    createdAt: at(days),
    updatedAt: at(days),
  }))
