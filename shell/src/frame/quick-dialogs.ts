export { CommandMenu } from '../commands/command-menu.tsx'
export { ShortcutHelp } from '../shortcuts/shortcut-help.tsx'
