print("detente")
