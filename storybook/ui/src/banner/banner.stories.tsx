import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Button } from '../button/button.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Banner } from './banner.tsx'

export default { title: 'UI/Banner', component: Banner } satisfies Meta<typeof Banner>

export const Tones: StoryObj<typeof Banner> = {
  render: () => (
    <div style={{ display: 'grid', gap: 12, padding: 24 }}>
      <Banner title="This environment is a sandbox">Nothing that happens here is billed.</Banner>
      <Banner tone="success" title="The key was revoked">
        Its next request is refused.
      </Banner>
      <Banner
        tone="warning"
        title="This may be out of date"
        actions={<Button size="small">Try again</Button>}
      >
        The request got no answer. Check the connection and try again.
      </Banner>
      <Banner tone="danger" title="The key was not issued">
        The label is already in use in this app.
      </Banner>
    </div>
  ),
}

export const FromRightToLeft: StoryObj<typeof Banner> = {
  decorators: [fromRightToLeft],
  render: () => (
    <Banner
      tone="warning"
      title="قد لا يكون هذا محدّثًا"
      actions={<Button size="small">إعادة المحاولة</Button>}
    >
      لم يصل رد على الطلب. تحقق من الاتصال ثم أعد المحاولة.
    </Banner>
  ),
}
