WaymarkCommand.start()
