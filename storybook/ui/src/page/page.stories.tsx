import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { Button } from '../button/button.tsx'
import { SegmentedControl } from '../segmented-control/segmented-control.tsx'
import { Empty } from '../states/states.tsx'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { Page, Section } from './page.tsx'

export default { title: 'UI/Page', component: Page } satisfies Meta<typeof Page>

const segments = [
  { value: 'active', label: 'Active' },
  { value: 'all', label: 'All' },
] as const

export const WithBarAndSections: StoryObj<typeof Page> = {
  render: () => (
    <Page
      title="Projects and apps"
      purpose="Projects group your apps; an app is the door by which your data comes in."
      actions={
        <Button look="primary" icon="plus">
          Create project
        </Button>
      }
      bar={
        <SegmentedControl
          label="State"
          segments={segments}
          value="active"
          onChange={() => undefined}
        />
      }
    >
      <Section
        title="Trading desk"
        purpose="Everything of the desk."
        actions={<Button>Add</Button>}
      >
        <Empty title="No apps yet" action={<Button>Create app</Button>}>
          An app belongs to one environment and holds its keys.
        </Empty>
      </Section>
    </Page>
  ),
}

export const FromRightToLeft: StoryObj<typeof Page> = {
  decorators: [fromRightToLeft],
  render: () => (
    <Page
      title="المشاريع والتطبيقات"
      purpose="تجمع المشاريع تطبيقاتك؛ والتطبيق هو الباب الذي تدخل منه بياناتك."
      actions={
        <Button look="primary" icon="plus">
          إنشاء مشروع
        </Button>
      }
    >
      <Section title="مكتب التداول" actions={<Button>إضافة</Button>}>
        <Empty title="لا توجد تطبيقات بعد" action={<Button>إنشاء تطبيق</Button>}>
          ينتمي التطبيق إلى بيئة واحدة ويحمل مفاتيحها.
        </Empty>
      </Section>
    </Page>
  ),
}
