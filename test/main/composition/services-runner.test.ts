import { describe, expect, it } from 'vitest'
import { err, ok } from '../../../src/contract/result'
import { createServicesRunner } from '../../../src/main/composition/services-runner'
import { failure } from '../../../src/main/platform/failures'

const fixture = (begin?: () => Promise<never>, close: () => Promise<void> = () => Promise.resolve()) => {
  const happened: string[] = []
  const errors: unknown[] = []
  let configurations = 0
  const runner = createServicesRunner({
    prepare: () => {
      configurations += 1
      happened.push(`prepare ${configurations}`)
      return Promise.resolve(configurations)
    },
    begin:
      begin ??
      ((configuration: number) => {
        happened.push(`begin ${configuration}`)
        const name = `services ${configuration}`
        return Promise.resolve(
          ok({
            name,
            wake: () => happened.push(`wake ${configuration}`),
            close: async () => {
              await close()
              happened.push(`close ${configuration}`)
            },
          }),
        )
      }),
    onError: (error) => errors.push(error),
    closeLimitMs: 20,
  })
  return { runner, happened, errors }
}

describe('the services runner', () => {
  it('prepares at once and begins only when it is told to', async () => {
    const { runner, happened } = fixture()
    const waiting = runner.source()
    await Promise.resolve()
    expect(happened).toEqual(['prepare 1'])
    runner.start()
    expect(await waiting).toMatchObject({ ok: true, value: { name: 'services 1' } })
    expect(happened).toEqual(['prepare 1', 'begin 1'])
  })

  it('closes what ran before it starts again with what is configured now', async () => {
    const { runner, happened } = fixture()
    runner.start()
    await runner.source()
    runner.restart()
    expect(await runner.source()).toMatchObject({ value: { name: 'services 2' } })
    expect(happened).toEqual(['prepare 1', 'begin 1', 'close 1', 'prepare 2', 'begin 2'])
  })

  it('answers with a failure when a start throws, and can be started again', async () => {
    const thrown = new Error('no')
    const { runner, errors } = fixture(() => Promise.reject(thrown))
    runner.start()
    expect(await runner.source()).toEqual(err(failure('internal')))
    expect(errors).toEqual([thrown])
    runner.restart()
    expect(await runner.source()).toEqual(err(failure('internal')))
  })

  it('begins nothing any more once it is closed', async () => {
    const { runner, happened } = fixture()
    await runner.close()
    expect(happened).toEqual(['prepare 1'])
    expect(await runner.source()).toMatchObject({ ok: false })
  })

  it('does not wait for ever for what does not close', async () => {
    const { runner, happened } = fixture(undefined, () => new Promise(() => undefined))
    runner.start()
    await runner.source()
    await runner.close()
    expect(happened).toEqual(['prepare 1', 'begin 1'])
  })

  it('wakes what is running', async () => {
    const { runner, happened } = fixture()
    runner.start()
    await runner.wake()
    expect(happened).toContain('wake 1')
  })
})
