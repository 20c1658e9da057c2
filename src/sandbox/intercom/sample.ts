import { ada, ben } from '../people'
import { studioConversations, supportConversations, type SampleConversation } from './sample-conversations'
import {
  intercomStateSchema,
  type Admin,
  type Contact,
  type Conversation,
  type ConversationPart,
  type IntercomState,
} from './state'

const supportNames = [
  'Lena Fischer',
  'Tomas Novak',
  'Amina Diallo',
  'Oliver Smith',
  'Giulia Romano',
  'Noah Jensen',
  'Priya Nair',
  'Lucas Meyer',
  'Sofia Garcia',
  'Emil Larsen',
  'Chen Wei',
  'Marie Dubois',
  'Hanna Virtanen',
  'Yusuf Kaya',
  'Elena Popescu',
  'Mateo Silva',
  'Aisha Khan',
  'Finn Murphy',
  'Zofia Kowalska',
  'Ravi Patel',
  'Clara Nilsson',
  'Hugo Laurent',
  'Nadia Haddad',
  'Peter Brandt',
]
const studioNames = ['Iris Bakker', 'Paul Moreau', 'Vera Simic']

const admins = (): Admin[] => [
  {
    id: '401',
    name: ada.name,
    email: ada.email,
    jobTitle: 'Head of marketing',
    app: 'nwsupport',
    fullSeat: true,
    identifier: ada.identifier,
  },
  {
    id: '402',
    name: 'Jonas Weber',
    email: 'jonas.weber@northwind.example',
    jobTitle: 'Support lead',
    app: 'nwsupport',
    fullSeat: true,
  },
  {
    id: '403',
    name: ben.name,
    email: ben.email,
    jobTitle: 'Designer',
    app: 'nwstudio',
    fullSeat: false,
    identifier: ben.identifier,
  },
]

/** The address of a sample person, from their name. */
const addressOf = (name: string): string => `${name.toLowerCase().replace(' ', '.')}@example.com`

/** The sample Intercom workspaces as they are on their first day; times are relative to `now`. */
export const sampleIntercom = (now: number): IntercomState => {
  const seconds = Math.floor(now / 1000)
  const contacts = [
    ...supportNames.map((name) => ({ name, app: 'nwsupport' })),
    ...studioNames.map((name) => ({ name, app: 'nwstudio' })),
  ].map((from, index) => sampleContact({ ...from, index, seconds }))
  const conversations = [
    ...supportConversations.map((from) => ({ from, app: 'nwsupport', adminId: '401' })),
    ...studioConversations.map((from) => ({ from, app: 'nwstudio', adminId: '403' })),
  ].map(({ from, app, adminId }, index) => sampleConversation({ from, app, adminId, index, seconds, contacts }))
  return {
    nextId: 215_480_000_900,
    apps: [
      { id: 'nwsupport', name: 'Northwind Support (sample)' },
      { id: 'nwstudio', name: 'Northwind Studio (sample)' },
    ],
    admins: admins(),
    teams: [
      { id: '501', name: 'Support', app: 'nwsupport', adminIds: ['401', '402'] },
      { id: '502', name: 'Billing', app: 'nwsupport', adminIds: ['402'] },
      { id: '503', name: 'Studio', app: 'nwstudio', adminIds: ['403'] },
    ],
    contacts,
    companies: intercomStateSchema.shape.companies.parse(undefined),
    conversations,
    notes: [
      {
        id: '901',
        contactId: contacts[0]?.id ?? '',
        authorId: '402',
        body: 'Prefers email to phone. Accounting closes on the last working day of the month.',
        createdAt: seconds - 400_000,
      },
    ],
    tags: [
      { id: '701', name: 'VIP', app: 'nwsupport' },
      { id: '702', name: 'Billing', app: 'nwsupport' },
      { id: '703', name: 'Feature idea', app: 'nwsupport' },
      { id: '704', name: 'Print', app: 'nwstudio' },
    ],
  }
}

const sampleContact = (from: {
  readonly name: string
  readonly app: string
  readonly index: number
  readonly seconds: number
}): Contact => ({
  id: `66a1f0c0${String(1000 + from.index)}`,
  app: from.app,
  name: from.name,
  email: addressOf(from.name),
  role: from.index % 5 === 4 ? 'lead' : 'user',
  externalId: `customer-${String(100 + from.index)}`,
  archived: false,
  unsubscribed: false,
  tagIds: [],
  createdAt: from.seconds - 86_400 * (200 - from.index),
  updatedAt: from.seconds - 3_600 * (from.index + 2),
  lastSeenAt: from.seconds - 1_800 * (from.index + 1),
})

const sampleConversation = (about: {
  readonly from: SampleConversation
  readonly app: string
  readonly adminId: string
  readonly index: number
  readonly seconds: number
  readonly contacts: readonly Contact[]
}): Conversation => {
  const { from, app, adminId, index, seconds, contacts } = about
  const contactId = contacts.find(({ email }) => email === from.contact)?.id ?? ''
  const start = Math.floor(seconds - from.hoursAgo * 3_600)
  const gap = Math.floor((from.hoursAgo * 3_600) / (from.lines.length + 1))
  const parts = from.lines.map((line, position): ConversationPart => {
    const byContact = line.startsWith('<')
    return {
      id: String(25_500_000 + index * 20 + position),
      type: line.startsWith('#') ? 'note' : 'comment',
      body: line.slice(2),
      authorType: byContact ? 'user' : 'admin',
      authorId: byContact ? contactId : adminId,
      createdAt: start + Math.min(gap, 5_400) * position,
    }
  })
  return {
    id: String(215_480_000_100 + index),
    app,
    subject: from.subject,
    contactIds: [contactId],
    state: from.state,
    assigneeId: adminId,
    tagIds: [],
    createdAt: start,
    updatedAt: parts.at(-1)?.createdAt ?? start,
    parts,
  }
}
