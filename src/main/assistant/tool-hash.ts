import { createHash } from 'node:crypto'
import type { ToolRecord } from '../scalekit/port'
import { canonical } from './arguments-hash'

/** The hash of what a tool says about itself and takes: a tool that differs in either is another one. */
export const toolHashOf = ({ description, inputSchema }: Pick<ToolRecord, 'description' | 'inputSchema'>): string =>
  createHash('sha256').update(canonical({ description, inputSchema })).digest('hex')
