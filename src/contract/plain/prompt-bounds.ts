/** How long a saved prompt's name and text can be, and how many one person can keep. */
export const promptBounds = { name: 80, text: 8000, prompts: 500 } as const
