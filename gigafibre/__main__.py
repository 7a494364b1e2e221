from gigafibre.config.cli import main

main()
