import type { Client } from '@sonaqor/contract/client'
import type { Factors } from '@sonaqor/contract/factors'
import { memoryViewState } from '@sonaqor/module/memory-view-state'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { ada, factors, noFactors, recoveryCodes, sessions } from '../identity/testing/people.ts'
import { toldHost } from '../notifications/testing/told.ts'
import { AccountPage } from './account-page.tsx'

const never = () => new Promise<never>(() => undefined)
const refused = () => Promise.reject(new TypeError('fetch'))

function apiWith(known: Factors, account: Partial<Client['account']> = {}): Client {
  return {
    account: {
      show: () => Promise.resolve(ada),
      showFactors: () => Promise.resolve(known),
      beginTotp: () =>
        Promise.resolve({
          secret: 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP',
          uri: 'otpauth://totp/Sonaqor:ada%40northwind.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Sonaqor',
        }),
      confirmTotp: () => Promise.resolve({ recoveryCodes }),
      ...account,
    },
    sessions: { list: () => Promise.resolve({ data: sessions }) },
  } as unknown as Client
}

export default {
  title: 'Shell/Account page',
  component: AccountPage,
  args: {
    api: apiWith(factors),
    host: toldHost(),
    tab: 'security',
    viewState: memoryViewState(),
    scopes: ['notifications:read', 'team:read'],
    isForStepUp: false,
    onNamed: () => undefined,
    onTitled: () => undefined,
  },
} satisfies Meta<typeof AccountPage>

type Story = StoryObj<typeof AccountPage>

export const Profile: Story = { args: { tab: 'profile' } }
export const Sessions: Story = { args: { tab: 'sessions' } }
export const Notifications: Story = { args: { tab: 'notifications' } }
export const SetUp: Story = {}
export const NothingSetUp: Story = { args: { api: apiWith(noFactors) } }
export const LedHere: Story = { args: { api: apiWith(noFactors), isForStepUp: true } }
export const EmailWaits: Story = {
  args: {
    tab: 'profile',
    api: apiWith(factors, {
      show: () => Promise.resolve({ ...ada, newEmail: 'ada.moreau@contoso.example' }),
    }),
  },
}
export const UnbrokenNames: Story = {
  args: {
    api: apiWith(
      {
        ...factors,
        passkeys: [{ id: 'k1', name: unbroken, madeAt: '2026-01-01T00:00:00Z', usedAt: null }],
      },
      { show: () => Promise.resolve({ ...ada, name: unbroken, email: `${unbroken}@a.example` }) },
    ),
  },
}
export const Loading: Story = {
  args: {
    api: {
      account: { show: never, showFactors: never },
      sessions: { list: never },
    } as unknown as Client,
  },
}
export const NotRead: Story = {
  args: {
    api: {
      account: { show: refused, showFactors: refused },
      sessions: { list: refused },
    } as unknown as Client,
  },
}

const soon = () => new Promise((drawn) => setTimeout(drawn, 120))

async function press(canvas: HTMLElement, words: string): Promise<void> {
  await soon()
  const buttons = [...canvas.querySelectorAll('button')]
  buttons.findLast(({ textContent }) => textContent === words)?.click()
  await soon()
}

/** Sends the form that was opened last, as it is. */
async function send(canvas: HTMLElement): Promise<void> {
  const form = [...canvas.querySelectorAll('dialog form')].at(-1)
  form?.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
  await soon()
}

export const AppBegins: Story = {
  ...NothingSetUp,
  play: ({ canvasElement }) => press(canvasElement, 'Set up authenticator app'),
}
export const AppScanned: Story = {
  ...NothingSetUp,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Set up authenticator app')
    await send(canvasElement)
  },
}
export const CodesShown: Story = {
  ...NothingSetUp,
  play: async ({ canvasElement }) => {
    await press(canvasElement, 'Set up authenticator app')
    await send(canvasElement)
    await send(canvasElement)
  },
}
export const RemovalAsked: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'Remove app'),
}
export const OthersAsked: Story = {
  ...Sessions,
  play: ({ canvasElement }) => press(canvasElement, 'End all others'),
}
export const NewPassword: Story = {
  play: ({ canvasElement }) => press(canvasElement, 'Change password'),
}
export const NewAddress: Story = {
  args: { tab: 'profile', api: apiWith(noFactors) },
  play: ({ canvasElement }) => press(canvasElement, 'Change e-mail'),
}
