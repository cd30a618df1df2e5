// The pages of the record: attaching, reading what is attached, and the pane beside the text.
import { attachPage } from "./attach";
import { watchMaking } from "./making";
import { recordPane } from "./pane";
import { sourcing } from "./sourcing";
import { playFromTimes } from "./player";

attachPage();
playFromTimes();
recordPane();
sourcing();
watchMaking();
