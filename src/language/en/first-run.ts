/** The first steps of somebody who is new here. */
export const firstRun = {
  title: 'First steps',
  progress: 'Step {{step}} of {{of}}',
  skip: 'Skip',
  done: 'done',
  signIn: 'Signed in as {{name}}',
  connect: 'Connect one account',
  connectLead: 'Choose where you want work done. Your browser opens and asks you to allow access.',
  connectNamed: 'Connect {{provider}}',
  loading: 'Looking which accounts there are…',
  others: 'Other accounts',
  connected: '{{provider}} is connected',
  waiting: 'Finish in your browser…',
  ask: 'Ask your first question',
  askLead: 'One click sends it. Looking things up changes nothing.',
  asks: {
    monday: 'List my boards',
    intercom: 'Show the latest conversations',
    other: 'What can you do?',
  },
} as const
