import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Copied, Fact, Facts, Moment } from './facts.tsx'

export default {
  title: 'UI/Facts',
  component: Facts,
  decorators: [
    (Story) => (
      <div style={{ maxInlineSize: 440, padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof Facts>

type Story = StoryObj<typeof Facts>

const id = '01920f6e-7c1b-7d52-9a3e-5b8f0c6d1e24'

const known = (
  <>
    <Fact name="Project">Trading desk</Fact>
    <Fact name="App id" hint="Names the app where its server asks for a session.">
      <Copied text={id} what="app id" />
    </Fact>
    <Fact name="Created">
      <Moment at="2026-03-04T09:30:00Z" />
    </Fact>
  </>
)

export const OfAnApp: Story = { args: { children: known } }

/** In a narrow place each name stands above what is known. */
export const WithLittleRoom: Story = {
  ...OfAnApp,
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 220 }}>
        <Story />
      </div>
    ),
  ],
}

export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: {
    children: (
      <>
        <Fact name="المشروع">مكتب التداول</Fact>
        <Fact name="معرّف التطبيق" hint="يسمّي التطبيق عندما يطلب الخادم جلسة.">
          <Copied text={id} what="معرّف التطبيق" />
        </Fact>
        <Fact name="أُنشئ">
          <Moment at="2026-03-04T09:30:00Z" />
        </Fact>
      </>
    ),
  },
}
