import { keyScopes } from '@sonaqor/contract/access'
import { keyOf } from '@sonaqor/storybook/fixtures/keys'
import { pageWith } from '@sonaqor/storybook/fixtures/page'
import { appOf, apps } from '@sonaqor/storybook/fixtures/projects'
import { unbroken } from '@sonaqor/storybook/fixtures/unbroken'
import { onModule } from '@sonaqor/storybook/on-module'
import { inGerman, onSurface } from '@sonaqor/storybook/on-surface'
import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { languages as ofCare } from '../care/texts/index.ts'
import { languages } from '../texts/index.ts'
import IssueKeyView from './issue-key-view.tsx'
import { IssuedKeyPanel } from './issued-key-panel.tsx'

/** As wide as the dialog that a host draws around it. */
export default {
  title: 'Keys/Issue',
  component: IssueKeyView,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 520, padding: 20 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof IssueKeyView>

type Story = StoryObj<typeof IssueKeyView>

export const Form: Story = {
  decorators: [onModule({ scopes: keyScopes, api: { apps: { list: () => pageWith(apps) } } })],
}

export const German: Story = {
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [
    onModule({ scopes: keyScopes, locale: 'de', api: { apps: { list: () => pageWith(apps) } } }),
    onSurface({ locale: 'de' }),
  ],
}

export const UnbrokenApp: Story = {
  decorators: [
    onModule({
      scopes: keyScopes,
      api: { apps: { list: () => pageWith([appOf({ name: unbroken })]) } },
    }),
  ],
}

export const Loading: Story = {
  decorators: [
    onModule({ scopes: keyScopes, api: { apps: { list: () => new Promise(() => {}) } } }),
  ],
}

export const NoApp: Story = {
  decorators: [onModule({ scopes: keyScopes, api: { apps: { list: () => pageWith([]) } } })],
}

export const NoPermission: Story = { decorators: [onModule({ scopes: ['keys:read'] })] }

export const Issued: Story = {
  decorators: [onModule({})],
  render: () => (
    <IssuedKeyPanel
      issued={{ ...keyOf(), secret: 'sq_test_9fK2-of-a-story-and-opens-no-door-x7Qz' }}
      onDone={() => undefined}
    />
  ),
}

export const IssuedInGerman: Story = {
  ...Issued,
  loaders: [inGerman(languages), inGerman(ofCare)],
  decorators: [onModule({ locale: 'de' }), onSurface({ locale: 'de' })],
}

/** Done was pressed before anybody said that the key is stored. */
export const IssuedAndOwed: Story = {
  ...Issued,
  play: ({ canvasElement }) =>
    canvasElement.querySelector<HTMLButtonElement>('[type=submit]')?.click(),
}

export const IssuedWithUnbrokenLabel: Story = {
  decorators: [onModule({})],
  render: () => (
    <IssuedKeyPanel
      issued={{
        ...keyOf({ label: unbroken }),
        secret: 'sq_test_9fK2-of-a-story-and-opens-no-door-x7Qz',
      }}
      onDone={() => undefined}
    />
  ),
}
