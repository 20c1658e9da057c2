/** What the bar says with which several pending calls are reviewed together. */
export const review = {
  label: 'Review',
  waiting: (count: number) => `${String(count)} calls wait for you`,
  ownLook: (count: number) =>
    count === 1
      ? '1 needs a look of its own: approve it on its card.'
      : `${String(count)} need a look each: approve them on their cards.`,
  approveAll: (count: number, what: string) => `Approve all ${String(count)}: ${what}`,
  declineAll: 'Decline all',
  next: 'Next (Alt+Down)',
  previous: 'Previous (Alt+Up)',
} as const
