"""An invented news agency, the Meridian Wire, to look around in. Nobody in it exists."""
