import { expect, jest, test } from '@jest/globals'
import { keep, type Running } from './keeper.ts'

/** A process that ends when the test says so. */
function fakeProcess() {
  const { promise: ended, resolve: die } = Promise.withResolvers<string>()
  const running: Running = { ended, stop: async () => die('stopped') }
  return { running, die }
}

function fakePlan() {
  const processes: ReturnType<typeof fakeProcess>[] = []
  const start = async () => {
    const one = fakeProcess()
    processes.push(one)
    return one.running
  }
  return { processes, plan: { name: 'web', log: 'logs/web.log', start } }
}

const settled = (condition: () => boolean) =>
  new Promise<void>((done) => {
    const timer = setInterval(() => {
      if (!condition()) return
      clearInterval(timer)
      done()
    }, 5)
  })

let said: string[] = []
jest.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text))

test('what ends by itself is started again, and it is said why', async () => {
  said = []
  const { plan, processes } = fakePlan()
  const keeper = keep(plan, () => undefined)
  await keeper.ready
  processes[0]!.die('SIGKILL')
  await settled(() => processes.length === 2)
  expect(said).toEqual(['web ended (SIGKILL); it is started again. What it said: logs/web.log'])
  await keeper.stop()
})

test('what is stopped stays stopped', async () => {
  const { plan, processes } = fakePlan()
  const keeper = keep(plan, () => undefined)
  await keeper.ready
  await keeper.stop()
  expect(await processes[0]!.running.ended).toBe('stopped')
  expect(processes).toHaveLength(1)
})

test('what ends five times within a minute brings everything down, with the reason', async () => {
  const { plan, processes } = fakePlan()
  const givenUp = Promise.withResolvers<Error>()
  const keeper = keep(plan, givenUp.resolve)
  await keeper.ready
  for (let turn = 0; turn < 5; turn += 1) {
    await settled(() => processes.length === turn + 1)
    processes[turn]!.die(`exit code ${turn}`)
  }
  const { message } = await givenUp.promise
  expect(message).toBe('web ended 5 times within a minute: exit code 4. What it said: logs/web.log')
})

test('what never starts is not tried twice', async () => {
  const start = jest.fn<() => Promise<Running>>().mockRejectedValue(new Error('no such file'))
  const keeper = keep({ name: 'web', log: 'logs/web.log', start }, () => undefined)
  await expect(keeper.ready).rejects.toThrow('no such file')
  expect(start).toHaveBeenCalledTimes(1)
})
