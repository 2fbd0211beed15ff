import type { Client } from '@sonaqor/contract/client'
import { ProblemError } from '@sonaqor/contract/client'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import type { Language } from '../language/use-language.ts'
import { CompanyPage } from './company-page.tsx'

export default { title: 'Shell/Sign in with a company', component: CompanyPage } satisfies Meta<
  typeof CompanyPage
>

type Story = StoryObj<typeof CompanyPage>

const refused = (reason: string) =>
  Promise.reject(
    new ProblemError({
      type: '/docs/problems/sign-on-failed',
      title: 'The sign-in did not succeed',
      status: 401,
      code: 'sign-on-failed',
      detail: 'Told to programs.',
      instance: '01a1ff69-4ee2-7295-9523-21e409f966a9',
      reason,
    }),
  )
const never = () => new Promise<never>(() => undefined)
const language: Language = { chosen: 'en', locale: 'en', shown: 'en', choose: () => undefined }
const back = { tenantId: 't', code: 'c', state: 's', iss: undefined, isRefused: false }

const args = (finish: () => Promise<never>) => ({
  api: { signOn: { begin: never, start: never, finish } } as unknown as Client,
  member: { enter: async (ask: () => Promise<unknown>) => void (await ask()) },
  language,
  onEntered: () => undefined,
})
const parameters = { layout: 'fullscreen', bringsMain: true }

export const Beginning: Story = { args: { ...args(never), way: {} }, parameters }

export const ComingIn: Story = { args: { ...args(never), way: { back } }, parameters }

export const NoMember: Story = {
  args: { ...args(() => refused('no-member')), way: { back } },
  parameters,
}
