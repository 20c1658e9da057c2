/** Programs that people run on their own computer to have models there. */
export const localModelServers = ['ollama', 'lm-studio'] as const
