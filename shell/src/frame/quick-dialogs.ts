/** What is loaded when it is first asked for. */
export { CommandMenu } from '../commands/command-menu.tsx'
export { commandsOf } from '../commands/commands-of.ts'
export { recentCommands, rememberCommand } from '../commands/recent-commands.ts'
export { ShortcutHelp } from '../shortcuts/shortcut-help.tsx'
export { WhereDialog } from './where-dialog.tsx'
