import { inspect } from 'node:util'
import type { Secret } from './configuration'

const shown = '[secret]'

/** Wraps a text so that printing, logging or serialising it by accident shows `[secret]`. */
export const secret = (text: string): Secret => {
  const wrapped = { reveal: () => text }
  const hidden = { value: () => shown, enumerable: false }
  return Object.freeze(Object.defineProperties(wrapped, { toString: hidden, toJSON: hidden, [inspect.custom]: hidden }))
}
