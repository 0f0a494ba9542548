/// The people, companies and jobs of the demo org.
package enum DemoNames {
  package struct Person {
    package let first: String
    package let last: String
    let title: String
    /// The part of the address before the `@`.
    let mailbox: String

    init(_ first: String, _ last: String, _ title: String, _ mailbox: String) {
      self.first = first
      self.last = last
      self.title = title
      self.mailbox = mailbox
    }
  }

  package struct TaskIdea {
    /// `{name}` stands for the person's first name.
    package let subject: String
    package let subtype: String
    package let details: String?

    init(_ subject: String, _ subtype: String, _ details: String? = nil) {
      self.subject = subject
      self.subtype = subtype
      self.details = details
    }
  }

  package static let companies = [
    "Northwind Cargo", "Brouwerij De Kroon", "Lumen Optics", "Aurora Dental Group", "Stahlbau Fränkel",
    "Kobayashi Seiki", "Zakłady Wisła", "Pampas Foods", "Harbour & Sons", "Solvik Energi",
  ]

  static let deals = ["renewal", "pilot", "second site", "fleet contract", "support plan"]

  package static let contacts = [
    Person("Ada", "Lovelace", "Head of Analysis", "ada.lovelace"),
    Person("Joost", "van den Berg", "Operations Director", "joost.vandenberg"),
    Person("Zoë", "Coöper", "Purchasing", "zoe.cooper"),
    Person("Małgorzata", "Wójcik", "Plant Manager", "m.wojcik"),
    Person("Łukasz", "Żak", "Buyer", "lukasz.zak"),
    Person("健", "小林", "技術部長", "ken.kobayashi"),
    Person("さくら", "田中", "購買担当", "sakura.tanaka"),
    Person("Grace", "Hopper", "VP Engineering", "grace.hopper"),
    Person("Søren", "Ødegård", "Site Lead", "soren.odegard"),
    Person("Jürgen", "Weiß", "Geschäftsführer", "juergen.weiss"),
    Person("María José", "Núñez", "Finance", "mj.nunez"),
    Person("Tom", "O'Brien", "Facilities", "tom.obrien"),
    Person("Priya", "Raman", "IT Manager", "priya.raman"),
    Person("Noor", "El Amrani", "Project Lead", "noor.elamrani"),
  ]

  package static let leads = [
    Person("Maarten", "de Vries", "Owner", "maarten"),
    Person("Agnieszka", "Dąbrowska", "Marketing Lead", "agnieszka"),
    Person("Haruto", "Satō", "Founder", "haruto"),
    Person("Chloe", "Bennett", "Office Manager", "chloe"),
    Person("Émile", "Lefèvre", "CTO", "emile"),
    Person("Olena", "Kovalenko", "Logistics", "olena"),
  ]

  static let leadCompanies = ["De Vries Fietsen", "Studio Dąb", "Satō Robotics", "Bennett Interiors", "Lefèvre & Fils"]

  package static let taskIdeas = [
    TaskIdea("Call {name} about the renewal", "Call", "Contract ends next month. Ask who signs this year."),
    TaskIdea("Call {name} back", "Call", "Left a voicemail, asked for a call before lunch."),
    TaskIdea("Call to schedule the site visit", "Call"),
    TaskIdea("Check in with {name} after the pilot", "Call", "Three machines have run since last week."),
    TaskIdea("Email {name} the revised quote", "Email", "Use the volume price, valid 30 days."),
    TaskIdea("Email: meeting notes and next steps", "Email"),
    TaskIdea("Send {name} the security questionnaire", "Email", "Their IT wants it before the demo."),
    TaskIdea("Follow up on the proposal", "Email", "Sent on Monday, no answer yet."),
    TaskIdea("Send reference customers to {name}", "Email"),
    TaskIdea(
      "Prepare demo for {name}", "Task", "Show the dashboard first.\nThen the mobile app.\nKeep it to 20 minutes."),
    TaskIdea("Update the forecast", "Task"),
    TaskIdea("Review contract redlines", "Task", "Legal changed clauses 4 and 11."),
    TaskIdea("Book travel to the customer day", "Task"),
    TaskIdea("Ask {name} for an introduction to purchasing", "Task"),
    TaskIdea("Connect with {name} on LinkedIn", "LinkedIn"),
    TaskIdea("Write the account plan", "Task", "One page: goals, people, risks."),
  ]
}
