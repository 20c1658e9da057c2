import type { Plugin } from 'vite'

const escape = (text: string): string =>
  text.replace(/(\\*)([^\0-\x7f])/g, (_found, backslashes: string, character: string) => {
    // An odd one belongs to the character, and says nothing about it.
    const kept = backslashes.slice(backslashes.length % 2)
    return `${kept}\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  })

/**
 * Spells what is not ASCII as escapes. V8 keeps the text of every script in memory; one character outside Latin-1
 * doubles what a whole chunk takes, and decoding it is slower.
 */
export const asciiOnly = (): Plugin => ({
  name: 'ascii-only',
  generateBundle(_options, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') chunk.code = escape(chunk.code)
    }
  },
})
