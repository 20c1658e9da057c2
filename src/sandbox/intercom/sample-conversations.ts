/** A sample conversation: the contact, the subject, how many hours ago it began, and who said what. */
export type SampleConversation = {
  readonly contact: string
  readonly subject: string
  readonly hoursAgo: number
  readonly state: 'open' | 'closed' | 'snoozed'
  /** Each line starts with its author: `<` the contact, `>` the support team, `#` an internal note. */
  readonly lines: readonly string[]
}

/** The conversations of the support workspace, oldest first. */
export const supportConversations: readonly SampleConversation[] = [
  {
    contact: 'lena.fischer@example.com',
    subject: 'Invoice address',
    hoursAgo: 900,
    state: 'closed',
    lines: [
      '< Could you put our new address on the next invoice? It is Lindenstraße 12, Hamburg.',
      '> Done. The next invoice will carry the new address.',
      '< Thank you!',
    ],
  },
  {
    contact: 'lena.fischer@example.com',
    subject: 'Export of reports',
    hoursAgo: 400,
    state: 'closed',
    lines: [
      '< Is there a way to export the monthly report as a spreadsheet?',
      '> Yes: open the report, choose Export, then Spreadsheet.',
      '< Found it, that works.',
    ],
  },
  {
    contact: 'tomas.novak@example.com',
    subject: 'Two-factor sign-in',
    hoursAgo: 300,
    state: 'closed',
    lines: [
      '< I lost the phone with my sign-in codes. How do I get back in?',
      '> I sent a recovery link to your second address.',
      '# Identity checked by phone.',
      '< I am back in, thanks.',
    ],
  },
  {
    contact: 'amina.diallo@example.com',
    subject: 'Upgrade to the team plan',
    hoursAgo: 210,
    state: 'closed',
    lines: [
      '< We are five people now. What does the team plan cost us for the rest of the year?',
      '> 48 euros a month for five seats, counted from today.',
      '< Please switch us over.',
      '> Done, welcome to the team plan.',
    ],
  },
  {
    contact: 'oliver.smith@example.com',
    subject: 'Slow dashboard',
    hoursAgo: 160,
    state: 'closed',
    lines: [
      '< The dashboard takes half a minute to load since Monday.',
      '> We found a slow query and fixed it this morning. Is it better now?',
      '< Much better.',
    ],
  },
  {
    contact: 'giulia.romano@example.com',
    subject: 'Wrong language in emails',
    hoursAgo: 140,
    state: 'closed',
    lines: ['< My team gets emails in German, we need Italian.', '> Changed for the whole workspace.'],
  },
  {
    contact: 'noah.jensen@example.com',
    subject: 'API limits',
    hoursAgo: 120,
    state: 'snoozed',
    lines: [
      '< We hit the API limit every night around two. Can it be raised?',
      '> How many calls does the job make?',
      '# Engineering wants to see the numbers first.',
    ],
  },
  {
    contact: 'priya.nair@example.com',
    subject: 'Data protection agreement',
    hoursAgo: 96,
    state: 'open',
    lines: [
      '< Our lawyers need a signed data protection agreement before Friday.',
      '> Here is the current version. Please send it back with your company details.',
      '< Attached. Can you countersign?',
    ],
  },
  {
    contact: 'lucas.meyer@example.com',
    subject: 'Broken link in the newsletter',
    hoursAgo: 72,
    state: 'closed',
    lines: ['< The link to the webinar in your newsletter is broken.', '> Sorry about that, here is the right one.'],
  },
  {
    contact: 'sofia.garcia@example.com',
    subject: 'Import of contacts',
    hoursAgo: 60,
    state: 'open',
    lines: ['< My import stops at row 2,000 and says nothing.', '> Could you send us the file?', '< Here it is.'],
  },
  {
    contact: 'lena.fischer@example.com',
    subject: 'Seats for two new colleagues',
    hoursAgo: 52,
    state: 'closed',
    lines: [
      '< Two colleagues start on Monday. How do I add seats?',
      '> Settings, Members, Add. The price changes from the day you add them.',
    ],
  },
  {
    contact: 'emil.larsen@example.com',
    subject: 'Cancel at the end of the month',
    hoursAgo: 44,
    state: 'open',
    lines: ['< Please cancel our plan at the end of the month.', '# Ask why before confirming.'],
  },
  {
    contact: 'chen.wei@example.com',
    subject: 'Single sign-on',
    hoursAgo: 38,
    state: 'open',
    lines: [
      '< Do you support single sign-on with our own provider?',
      '> Yes, on the business plan.',
      '< Which protocols?',
    ],
  },
  {
    contact: 'marie.dubois@example.com',
    subject: 'Webhook does not fire',
    hoursAgo: 31,
    state: 'open',
    lines: ['< The webhook for closed items never reaches us.', '> Which address did you enter?'],
  },
  {
    contact: 'tomas.novak@example.com',
    subject: 'Feature idea: dark reports',
    hoursAgo: 28,
    state: 'snoozed',
    lines: ['< Could printed reports have a dark variant?', '# Passed on to the product team.'],
  },
  {
    contact: 'hanna.virtanen@example.com',
    subject: 'Training for new staff',
    hoursAgo: 24,
    state: 'open',
    lines: ['< Do you offer a training session for twelve people?'],
  },
  {
    contact: 'oliver.smith@example.com',
    subject: 'Charged for a removed seat',
    hoursAgo: 20,
    state: 'open',
    lines: ['< We removed a seat last week and were still charged.', '> I am checking this with billing.'],
  },
  {
    contact: 'amina.diallo@example.com',
    subject: 'Thank you',
    hoursAgo: 14,
    state: 'open',
    lines: ['< The team plan works very well for us. Thank you!'],
  },
  {
    contact: 'yusuf.kaya@example.com',
    subject: 'Discount for schools',
    hoursAgo: 9,
    state: 'open',
    lines: ['< We are a school. Is there a discount?', '# Yes: 40 %. Needs proof.'],
  },
  {
    contact: 'priya.nair@example.com',
    subject: 'Agreement again',
    hoursAgo: 6,
    state: 'open',
    lines: ['< Any news on the signature?'],
  },
  {
    contact: 'lena.fischer@example.com',
    subject: 'Refund for the double payment',
    hoursAgo: 3,
    state: 'open',
    lines: [
      '< Hello, we were charged twice for August: 240 euros on the 2nd and again on the 3rd.',
      '> Sorry about that, Lena. I have asked billing to look into it.',
      '# Billing confirms: the second payment of 240 euros was ours to give back. Refund started.',
      '< Do you know yet when we get the money back? Our accounting closes this week.',
    ],
  },
]

/** The conversations of the studio workspace, oldest first. */
export const studioConversations: readonly SampleConversation[] = [
  {
    contact: 'iris.bakker@example.com',
    subject: 'Print colours',
    hoursAgo: 50,
    state: 'open',
    lines: ['< The colours of our flyer came out darker than on the screen.', '> Which paper did you choose?'],
  },
  {
    contact: 'paul.moreau@example.com',
    subject: 'Logo in another format',
    hoursAgo: 12,
    state: 'open',
    lines: ['< Could we have the logo as a vector file?'],
  },
]
