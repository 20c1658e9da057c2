/** What the system's notifications and the tray say, and how they are set. */
export const notifications = {
  approval: {
    title: 'Approval needed',
    body_one: 'A conversation waits for your approval.',
    body_other: 'A conversation waits for {{count, number}} approvals.',
    one: '{{title}}: {{tool}}',
    several_one: '{{title}}: {{count, number}} approval',
    several_other: '{{title}}: {{count, number}} approvals',
  },
  account: { title: 'An account is needed', body: 'A conversation waits until you connect an account.' },
  done: { title: 'Onbehalf is done', body: 'What you asked for has an answer.' },
  failed: { title: 'It did not work', body: 'A conversation ended with a problem. Open it to see what can be done.' },
  tray_one: '{{app}}: {{count, number}} conversation waits for you',
  tray_other: '{{app}}: {{count, number}} conversations wait for you',
  settings: {
    on: 'Tell me when something is done or waits for me',
    onHint: 'By a notification of the system, and only while Onbehalf is not in front. A click opens the conversation.',
    content: 'Say what it is about',
    contentHint:
      'Names the conversation and what is to be approved. Anyone who sees the screen can read it; without this, a notification says only that something waits.',
  },
} as const
