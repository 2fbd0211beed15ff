import type {
  StaffAct,
  StaffModule,
  StaffPerson,
  StaffSession,
  StaffTenant,
} from '@sonaqor/contract/staff'
import { accessOf, running } from '@sonaqor/storybook/fixtures/support-access'
import { ago, dayMs, hourMs } from '@sonaqor/storybook/fixtures/time'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ActsTab } from './acts-tab.tsx'
import { AddPersonDialog } from './people/add-person-dialog.tsx'
import { ChangeRoleDialog, EndPersonDialog } from './people/change-person-dialogs.tsx'
import { PeopleTab } from './people/people-tab.tsx'
import { PlanDialog } from './tenants/plan-dialog.tsx'
import { RequestLookDialog } from './looks/request-look-dialog.tsx'
import { Console } from './console.tsx'
import { ModulesTab } from './modules-tab.tsx'
import type { StaffApi } from './staff-api.ts'
import { StaffConsole } from './staff-console.tsx'
import { SuspendDialog } from './tenants/suspend-dialog.tsx'
import { TenantsTab } from './tenants/tenants-tab.tsx'

export default { title: 'Staff/Console', component: StaffConsole } satisfies Meta<
  typeof StaffConsole
>

type Story = StoryObj

const asPage = { parameters: { bringsMain: true } }
const nothing = () => undefined

const session: StaffSession = {
  token: 'a token',
  expiresIn: 300,
  sessionEndsAt: ago(-8 * hourMs),
  idleEndsAt: ago(-hourMs / 2),
  me: {
    id: running.id,
    name: 'Olga Operations',
    email: 'olga@sonaqor.example',
    role: 'operations',
    scopes: ['staff:tenants', 'staff:look', 'staff:suspend', 'staff:releases'],
    secondFactorMissing: false,
  },
}

const tenantOf = (name: string, change: Partial<StaffTenant> = {}): StaffTenant => ({
  id: `tenant ${name}`,
  name,
  plan: 'free',
  demo: false,
  foundedAt: ago(120 * dayMs),
  members: 5,
  suspended: null,
  revision: 1,
  ...change,
})

const tenants = [
  tenantOf('Harbour Bank', { plan: 'growth', members: 42 }),
  tenantOf('Loomworks', { demo: true }),
  tenantOf('Wexford Mutual', {
    suspended: { at: ago(2 * dayMs), reason: 'Three invoices have not been paid' },
  }),
]

const modules: readonly StaffModule[] = [
  {
    module: 'keys',
    newest: { version: '1.4.0', publishedAt: ago(3 * dayMs) },
    tokens: [
      { id: running.id, madeAt: ago(90 * dayMs), revokedAt: null, lastActAt: ago(3 * dayMs) },
    ],
    acts: [{ act: 'published', version: '1.4.0', by: 'Team keys', at: ago(3 * dayMs) }],
  },
  { module: 'logs', newest: null, tokens: [], acts: [] },
]

const personOf = (name: string, change: Partial<StaffPerson> = {}): StaffPerson => ({
  id: `person ${name}`,
  name,
  email: `${name.split(' ')[0]?.toLowerCase()}@sonaqor.example`,
  role: 'operations',
  state: 'active',
  since: ago(90 * dayMs),
  secondFactor: true,
  lastSeenAt: ago(2 * hourMs),
  revision: 3,
  ...change,
})

const people = [
  personOf('Lea Lead', { id: running.id, role: 'security' }),
  personOf('Olga Operations'),
  personOf('Nia New', { role: 'support', secondFactor: false, lastSeenAt: null }),
  personOf('Otto Over', { state: 'suspended' }),
  personOf(unbroken, { email: `${unbroken}@sonaqor.example` }),
]

const actOf = (action: string, change: Partial<StaffAct> = {}): StaffAct => ({
  id: `act ${action}`,
  by: 'Lea Lead',
  action,
  target: null,
  targetName: null,
  detail: {},
  at: ago(2 * hourMs),
  ...change,
})

const acts = [
  actOf('staff.signed-in', { at: ago(hourMs / 6) }),
  actOf('tenants.suspended', {
    targetName: 'Wexford Mutual',
    detail: { reason: 'Three invoices have not been paid' },
  }),
  actOf('staff.changed', {
    targetName: 'Olga Operations',
    detail: { before: { role: 'support' }, after: { role: 'operations' } },
  }),
  actOf('looks.requested', { targetName: unbroken, detail: { reason: unbroken } }),
  actOf('something.newer'),
]

const apiOf = (staff: Partial<StaffApi['staff']> = {}) =>
  ({
    auth: {},
    staff: {
      resume: () => Promise.resolve({ session: null }),
      looks: () =>
        Promise.resolve({
          data: [
            { tenant: { id: '1', name: 'Harbour Bank' }, access: running, mine: true },
            { tenant: { id: '2', name: 'Loomworks' }, access: accessOf(), mine: true },
            {
              tenant: { id: '3', name: unbroken },
              access: accessOf({ id: 'other', reason: unbroken }),
              mine: false,
            },
          ],
        }),
      tenants: () => Promise.resolve({ data: tenants, page: { next: null, prev: null } }),
      people: () => Promise.resolve({ data: people }),
      acts: () => Promise.resolve({ data: acts, page: { next: 'more', prev: null } }),
      modules: () => Promise.resolve({ data: [...modules] }),
      ...staff,
    },
  }) as unknown as StaffApi

const tenantsOrigin = 'http://localhost:4000'
const openDesk = ({ open }: { readonly open: StaffApi }) => open

export const SigningIn: Story = {
  ...asPage,
  render: () => <StaffConsole api={apiOf()} {...{ openDesk, tenantsOrigin }} />,
}

export const WithoutFactor: Story = {
  ...asPage,
  render: () => (
    <StaffConsole
      api={apiOf({
        resume: () =>
          Promise.resolve({
            session: { ...session, me: { ...session.me, scopes: [], secondFactorMissing: true } },
          }),
      })}
      {...{ openDesk, tenantsOrigin }}
    />
  ),
}

export const Looks: Story = {
  ...asPage,
  render: () => (
    <Console {...{ session, openDesk, tenantsOrigin }} open={apiOf()} onLeave={nothing} />
  ),
}

export const NoLooks: Story = {
  ...asPage,
  render: () => (
    <Console
      {...{ session, openDesk, tenantsOrigin }}
      open={apiOf({ looks: () => Promise.resolve({ data: [] }) })}
      onLeave={nothing}
    />
  ),
}

export const Tenants: Story = {
  render: () => <TenantsTab api={apiOf()} maySuspend mayPlan onAsked={nothing} />,
}

export const NoTenants: Story = {
  render: () => (
    <TenantsTab
      api={apiOf({
        tenants: () => Promise.resolve({ data: [], page: { next: null, prev: null } }),
      })}
      maySuspend={false}
      mayPlan={false}
      onAsked={nothing}
    />
  ),
}

export const Failed: Story = {
  render: () => (
    <TenantsTab
      api={apiOf({ tenants: () => Promise.reject(new TypeError('no answer')) })}
      maySuspend
      mayPlan
      onAsked={nothing}
    />
  ),
}

export const Modules: Story = { render: () => <ModulesTab api={apiOf()} /> }

export const People: Story = {
  render: () => <PeopleTab api={apiOf()} ownId={running.id} />,
}

export const Acts: Story = { render: () => <ActsTab api={apiOf()} /> }

export const NoActs: Story = {
  render: () => (
    <ActsTab
      api={apiOf({ acts: () => Promise.resolve({ data: [], page: { next: null, prev: null } }) })}
    />
  ),
}

export const Adding: Story = {
  render: () => <AddPersonDialog api={apiOf()} onClose={nothing} onDone={nothing} />,
}

export const ChangingRole: Story = {
  render: () => (
    <ChangeRoleDialog
      api={apiOf()}
      person={personOf('Olga Operations')}
      onClose={nothing}
      onDone={nothing}
    />
  ),
}

export const Ending: Story = {
  render: () => (
    <EndPersonDialog
      api={apiOf()}
      person={personOf('Olga Operations')}
      onClose={nothing}
      onDone={nothing}
    />
  ),
}

export const ChangingPlan: Story = {
  render: () => (
    <PlanDialog
      api={apiOf()}
      tenant={tenantOf('Harbour Bank')}
      onClose={nothing}
      onDone={nothing}
    />
  ),
}

export const SettingPassword: Story = {
  ...asPage,
  render: () => <StaffConsole api={apiOf()} {...{ openDesk, tenantsOrigin }} link="a token" />,
}

export const Asking: Story = {
  render: () => (
    <RequestLookDialog
      api={apiOf()}
      tenant={tenantOf('Harbour Bank')}
      onClose={nothing}
      onDone={nothing}
    />
  ),
}

export const Suspending: Story = {
  render: () => (
    <SuspendDialog
      api={apiOf()}
      tenant={tenantOf('Harbour Bank')}
      onClose={nothing}
      onDone={nothing}
    />
  ),
}
