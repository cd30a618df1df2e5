// The pages of the record: attaching, and reading what is attached.
import { attachPage } from "./attach";
import { playFromTimes } from "./player";

attachPage();
playFromTimes();
