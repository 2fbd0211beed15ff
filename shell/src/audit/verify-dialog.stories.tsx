import { auditEntries, auditEntryOf, checkpoints } from '@sonaqor/storybook/fixtures/audit'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { onModule } from '@sonaqor/storybook/on-module'
import type { FakeApi } from '@sonaqor/module/testing'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { VerifyDialog } from './verify-dialog.tsx'

export default {
  title: 'Home/Audit log/Verify',
  component: VerifyDialog,
  render: () => <VerifyDialog onClose={() => undefined} />,
} satisfies Meta<typeof VerifyDialog>

type Story = StoryObj<typeof VerifyDialog>
type Verify = NonNullable<NonNullable<FakeApi['audit']>['verify']>
type Verification = Awaited<ReturnType<Verify>>

const holds: Verification = {
  intact: true,
  entries: 4217,
  head: auditEntryOf().hash,
  brokenAt: null,
  fault: null,
  checkpoints: 3,
  next: null,
}

const finding = (verify: Verify, signed = checkpoints) =>
  onModule({
    scopes: ['audit:read'],
    api: {
      audit: {
        search: () => pageWith(auditEntries.slice(0, 1)),
        checkpoints: () => pageWith(signed),
        verify,
      },
    },
  })

export const Intact: Story = { decorators: [finding(() => Promise.resolve(holds))] }

export const NothingSigned: Story = {
  decorators: [finding(() => Promise.resolve({ ...holds, checkpoints: 0 }), [])],
}

/** The first step of several is through, and the second takes its time. */
export const Running: Story = {
  decorators: [
    finding(({ query } = {}) =>
      query?.from === 1
        ? Promise.resolve({ ...holds, entries: 2500, next: 2501 })
        : new Promise(() => {}),
    ),
  ],
}

export const Broken: Story = {
  decorators: [
    finding(() =>
      Promise.resolve({
        ...holds,
        intact: false,
        entries: 3120,
        brokenAt: 3121,
        fault: 'changed' as const,
      }),
    ),
  ],
}

export const CutOff: Story = {
  decorators: [finding(() => Promise.reject(new TypeError('no answer')))],
}
