import type { Meta, StoryObj } from '@storybook/react-webpack5'
import { fromRightToLeft } from '../testing/from-right-to-left.tsx'
import { CodeBlock } from './code-block.tsx'

export default {
  title: 'UI/Code block',
  component: CodeBlock,
  decorators: [
    (Story) => (
      <div style={{ padding: 24 }}>
        <Story />
      </div>
    ),
  ],
} satisfies Meta<typeof CodeBlock>

type Story = StoryObj<typeof CodeBlock>

export const Json: Story = {
  args: {
    label: 'Request body',
    language: 'json',
    code: '{"reference":"cust-1042","name":"•••","active":true,"region":null,"limits":{"daily":250.5,"count":12},"tags":["trading","desk"]}',
    note: '131 bytes',
  },
}

export const CutJson: Story = {
  args: {
    label: 'Response body',
    language: 'json',
    code: '{"data":[{"id":"0190b1c2-7c4e","amount":"12.50","curr',
    note: '84 KB, cut',
  },
}

export const Text: Story = {
  args: {
    label: 'As curl',
    code: "curl 'https://api.example.com/v1/customers' \\\n  --request POST \\\n  --header 'Authorization: Bearer $SONAQOR_API_KEY' \\\n  --header 'Content-Type: application/json'",
  },
}

/** Code runs from the left to the right in every language. */
export const FromRightToLeft: Story = {
  decorators: [fromRightToLeft],
  args: {
    label: 'محتوى الطلب',
    language: 'json',
    code: '{"reference":"cust-1042","name":"آدا","active":true}',
    note: '131 بايت',
  },
}
