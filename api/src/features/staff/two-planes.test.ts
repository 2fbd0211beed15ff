/** XC-1: the tenants' door and that of the staff know nothing of each other's sign-ins. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import type { ProblemDocument } from '@sonaqor/contract/problem'
import type { StaffSession } from '@sonaqor/contract/staff'
import { FakeBrowser } from '../../testing/fake-browser.ts'
import { joinWorld } from '../../testing/shared-world.ts'
import type { World } from '../../testing/world.ts'
import { codeAt } from '../factors/index.ts'
import { FakeStaff } from './fake-staff.ts'

let world: World
let fake: FakeStaff

beforeAll(async () => {
  world = await joinWorld()
  fake = await FakeStaff.of(world)
})
afterAll(async () => {
  await fake.close()
  await world.stop()
})

interface Person {
  readonly email: string
  readonly password: string
  readonly recoveryCodes: readonly string[]
}

const doors = {
  tenants: { signIn: '/v1/auth/sign-in', verify: '/v1/auth/verify-mfa' },
  staff: { signIn: '/v1/staff/sign-in', verify: '/v1/staff/verify-mfa' },
} as const
type Door = keyof typeof doors

const read = async <T>(answer: Promise<Response>) => (await (await answer).json()) as T

/** All that is said, but for the name of the request. */
async function said(answer: Promise<Response>): Promise<Omit<ProblemDocument, 'instance'>> {
  const { instance: _, ...rest } = await read<ProblemDocument>(answer)
  return rest
}

const signIn = (door: Door, { email, password }: Person, guess = password) =>
  said(new FakeBrowser(world).post(doors[door].signIn, { email, password: guess }))

const verify = (door: Door, ticket: string, recoveryCode: string) =>
  new FakeBrowser(world).post(doors[door].verify, { ticket, recoveryCode })

/** Of the staff alone, with a second factor. */
async function colleague(): Promise<Person> {
  const { email, password } = await fake.add('support')
  const answer = new FakeBrowser(world).post(doors.staff.signIn, { email, password })
  const { staff } = world.as(await read<StaffSession>(answer))
  const { secret } = await staff.beginTotp({ body: { password } })
  const body = { code: codeAt(secret, new Date()) }
  return { email, password, ...(await staff.confirmTotp({ body })) }
}

/** A member of a tenant, with a second factor. */
async function member(): Promise<Person & { readonly personId: string }> {
  const tenant = await world.tenant(`Cove ${Math.random()}`, { roles: ['owner'] })
  const { email, password, token, personId } = await tenant.member()
  const { account } = world.as({ token })
  const { secret } = await account.beginTotp({ body: { password } })
  const body = { code: codeAt(secret, new Date()) }
  return { email, password, personId, ...(await account.confirmTotp({ body })) }
}

/** Both at once. */
async function memberAtWork(): Promise<Person> {
  const somebody = await member()
  await world.db.query(
    `insert into directory.staff (id, person_id, role, made_at) values (uuidv7(), $1, 'support', now())`,
    [somebody.personId],
  )
  return somebody
}

const other = { tenants: 'staff', staff: 'tenants' } as const

describe('XC-1 a sign-in is finished where it was begun', () => {
  test.each(['tenants', 'staff'] as const)(
    'a ticket of the %s is unknown at the other door, and stays good at its own',
    async (door) => {
      const somebody = await memberAtWork()
      const { ticket = '' } = await signIn(door, somebody)
      expect(ticket).not.toBe('')
      const [code = ''] = somebody.recoveryCodes
      const unknown = await said(verify(other[door], 'A'.repeat(43), code))
      expect(await said(verify(other[door], ticket, code))).toEqual(unknown)
      expect((await verify(door, ticket, code)).status).toBe(200)
    },
  )

  test('and its passkey is asked for there', async () => {
    const somebody = await memberAtWork()
    const { ticket } = await signIn('staff', somebody)
    const asked = (path: string) =>
      read<{ options: { allowCredentials?: unknown } }>(
        new FakeBrowser(world).post(path, { ticket }),
      )
    await world.db.query(
      `insert into directory.passkeys (id, person_id, public_key, counter, transports, name, made_at)
       select replace(id::text, '-', ''), id, '', 0, '{}', 'Laptop', now() from directory.people where email = $1`,
      [somebody.email],
    )
    expect((await asked('/v1/staff/passkey-options')).options.allowCredentials).toHaveLength(1)
    expect((await asked('/v1/auth/passkey-options')).options.allowCredentials).toBeUndefined()
  })
})

describe('XC-1 whoever has no place at a door is asked for no second factor there', () => {
  test('one of the staff alone, at the tenants’', async () => {
    const somebody = await colleague()
    const wrong = await signIn('tenants', somebody, 'a guess that is wrong')
    expect(wrong).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(await signIn('tenants', somebody)).toEqual(wrong)
  })

  test('a member, at the staff’s', async () => {
    const somebody = await member()
    const wrong = await signIn('staff', somebody, 'a guess that is wrong')
    expect(wrong).toMatchObject({ status: 401, code: 'unauthenticated' })
    expect(await signIn('staff', somebody)).toEqual(wrong)
  })
})

test('XC-1 one of the staff who is suspended is told so after all that a sign-in takes', async () => {
  const somebody = await colleague()
  await world.db.query(
    `update directory.staff f set state = 'suspended'
     from directory.people p where p.id = f.person_id and p.email = $1`,
    [somebody.email],
  )
  expect(await signIn('staff', somebody, 'a guess that is wrong')).toMatchObject({ status: 401 })
  const { code, ticket = '' } = await signIn('staff', somebody)
  expect(code).toBe('second-factor-required')
  const answer = await said(verify('staff', ticket, somebody.recoveryCodes[0]!))
  expect(answer).toMatchObject({ status: 403, code: 'access-suspended' })
  expect(answer.detail).toContain('security lead')
  expect((await signIn('tenants', somebody)).status).toBe(401)
})
