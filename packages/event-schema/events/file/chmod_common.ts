import { defineEvent } from '../define';
import { onReturn } from '../probe';

export default defineEvent({
  id: 2120,
  name: 'chmod_common',
  doc: 'The mode of a file was changed, or could not be.',
  probe: onReturn('chmod_common'),
  args: 'pathname:string mode:u16=file_mode',
});
