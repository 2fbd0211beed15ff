import { expect, jest, test } from '@jest/globals'
import { createSession, type Grant } from './session.ts'

const grant = (token: string, expiresIn = 300): Grant => ({
  token,
  expiresIn,
  principal: {
    kind: 'embed',
    id: 's1',
    name: 'Portal',
    tenant: { id: 't1', name: 'Northwind' },
    scopes: ['keys:read'],
  },
  app: { id: 'a1', environment: 'sandbox' },
  environment: 'sandbox',
  views: ['keys.list'],
  embedId: 'e1',
})

/** A source of tokens 1, 2, 3 … that counts how often it was asked. */
function tokens() {
  let count = 0
  return jest.fn(() => {
    count += 1
    return Promise.resolve(grant(`token-${count}`))
  })
}

test('one renewal is under way at a time, whoever asks', async () => {
  const renew = tokens()
  const session = createSession({ renew })
  const [first, second] = await Promise.all([session.grant(), session.grant()])
  expect(first.token).toBe('token-1')
  expect(second).toBe(first)
  expect(renew).toHaveBeenCalledTimes(1)
})

test('a grant that is at hand is used until four fifths of its time have passed', async () => {
  jest.useFakeTimers()
  const renew = tokens()
  const session = createSession({ grant: grant('at-hand', 100), renew })
  jest.advanceTimersByTime(79_000)
  expect((await session.grant()).token).toBe('at-hand')
  jest.advanceTimersByTime(2_000)
  expect((await session.grant()).token).toBe('token-1')
  jest.useRealTimers()
})

test('a clock that is set wrong changes nothing: age is counted from receipt', async () => {
  const renew = tokens()
  const session = createSession({ grant: grant('at-hand'), renew })
  const now = jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 10 * 3_600_000)
  expect((await session.grant()).token).toBe('at-hand')
  now.mockRestore()
})

test('a refused token is given to nobody again; a late refusal of an older one is ignored', async () => {
  const renew = tokens()
  const session = createSession({ renew })
  const { token } = await session.grant()
  session.refused(token)
  expect((await session.grant()).token).toBe('token-2')
  session.refused(token)
  expect((await session.grant()).token).toBe('token-2')
})

test('after a failed renewal the next question tries again', async () => {
  const renew = tokens().mockRejectedValueOnce(new Error('offline'))
  const session = createSession({ renew })
  await expect(session.grant()).rejects.toThrow('offline')
  expect((await session.grant()).token).toBe('token-1')
})

test('a closed session gives nothing, not even what was on its way', async () => {
  const session = createSession({ renew: tokens() })
  const asked = session.grant()
  session.close()
  await expect(asked).rejects.toThrow('ended')
  await expect(session.grant()).rejects.toThrow('ended')
})

test('each new grant is told of, because scopes may have changed with it', async () => {
  const onGrant = jest.fn()
  const session = createSession({ renew: tokens(), onGrant })
  await session.grant()
  expect(onGrant).toHaveBeenCalledWith(expect.objectContaining({ token: 'token-1' }))
})

test('whoever follows hears of each further grant in time, without asking', async () => {
  jest.useFakeTimers()
  const renew = tokens()
  const session = createSession({ grant: grant('at-hand', 100), renew })
  const heard: string[] = []
  const unfollow = session.follow(({ token }) => heard.push(token))
  await jest.advanceTimersByTimeAsync(79_000)
  expect(heard).toEqual([])
  await jest.advanceTimersByTimeAsync(2_000)
  expect(heard).toEqual(['token-1'])
  session.refused('token-1')
  await session.grant()
  expect(heard).toEqual(['token-1', 'token-2'])
  unfollow()
  await jest.advanceTimersByTimeAsync(600_000)
  expect(renew).toHaveBeenCalledTimes(2)
  jest.useRealTimers()
})

test('when nobody follows, or the session has ended, no token is asked for', async () => {
  jest.useFakeTimers()
  const renew = tokens()
  const session = createSession({ grant: grant('at-hand', 100), renew })
  session.follow(() => undefined)
  session.close()
  await jest.advanceTimersByTimeAsync(600_000)
  expect(renew).not.toHaveBeenCalled()
  jest.useRealTimers()
})

test('EM-9: a token outlives a renewal that failed, for as long as it was lent', async () => {
  jest.useFakeTimers()
  const renew = tokens().mockRejectedValue(new Error('restarting'))
  const lost = jest.fn(() => new Error('over'))
  const session = createSession({ grant: grant('at-hand', 100), renew, lost })
  jest.advanceTimersByTime(81_000)
  expect((await session.grant()).token).toBe('at-hand')
  expect((await session.grant()).token).toBe('at-hand')
  // Not every request is worth another question.
  expect(renew).toHaveBeenCalledTimes(1)
  jest.advanceTimersByTime(6_000)
  expect((await session.grant()).token).toBe('at-hand')
  expect(renew).toHaveBeenCalledTimes(2)
  expect(lost).not.toHaveBeenCalled()
  jest.advanceTimersByTime(14_000)
  await expect(session.grant()).rejects.toThrow('over')
  jest.useRealTimers()
})

test('EM-2: a token that was refused does not outlive a renewal that failed', async () => {
  const renew = tokens().mockRejectedValue(new Error('signed out'))
  const session = createSession({ grant: grant('at-hand'), renew, lost: () => new Error('over') })
  session.refused('at-hand')
  await expect(session.grant()).rejects.toThrow('over')
})
