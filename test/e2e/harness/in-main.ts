const collected = /promise was garbage collected/i

const isCollected = (error: unknown): boolean => error instanceof Error && collected.test(error.message)

/**
 * Asks main something. The inspector holds the promise of an answer only weakly, so that a collection while main
 * loads its code can lose the answer, though never the question: it is asked again.
 */
export const askMain = async <T>(question: () => Promise<T>): Promise<T> => {
  for (;;) {
    try {
      return await question()
    } catch (error) {
      if (!isCollected(error)) throw error
    }
  }
}

/** Does something in main, once: a lost answer says that it was done. */
export const doInMain = async (action: () => Promise<void>): Promise<void> => {
  try {
    await action()
  } catch (error) {
    if (!isCollected(error)) throw error
  }
}
