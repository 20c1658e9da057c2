/** What the frame of the window says. */
export const shell = {
  opening: 'Opening…',
  sidebar: 'Sidebar',
  nav: { label: 'Main', chat: 'Chat', connections: 'Connections', activity: 'Activity', settings: 'Settings' },
  sandboxScripted: 'Sandbox: sample data, nothing leaves this computer',
  sandboxModel: 'Sandbox: sample data, answered by {{model}}',
  dismiss: 'Dismiss',
  link: {
    title: 'Open this address in your browser?',
    text: 'It comes from a conversation, so check where it goes.',
    host: 'It leads to',
    address: 'The whole address',
    open: 'Open',
    cancel: 'Stay here',
  },
} as const
