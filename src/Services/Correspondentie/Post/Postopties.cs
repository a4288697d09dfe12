namespace WmoPlatform.Correspondentie.Post;

/// <summary>
/// How e-mail is sent (section <c>Smtp</c>): over a server (<c>Host</c>), or as files into a pick-up folder (<c>Ophaalmap</c>).
/// </summary>
public sealed class Smtpopties
{
    public string? Host { get; set; }
    public int Port { get; set; } = 25;
    public string Afzender { get; set; } = "";

    /// <summary>Use STARTTLS, and refuse a server without it.</summary>
    public bool Tls { get; set; }

    public string? Gebruiker { get; set; }
    public string? Wachtwoord { get; set; }
    public string? Ophaalmap { get; set; }

    /// <summary>How many e-mails one address gets in 24 hours; what comes after those goes as a letter. 0 for no limit.</summary>
    public int PerAdres { get; set; } = 10;

    /// <summary>The public address of the gateway, under which residents confirm their e-mail address.</summary>
    public string Gateway { get; set; } = "";

    /// <summary>How long an e-mail waits until its address is confirmed, before it becomes a letter.</summary>
    public TimeSpan Bevestigtijd { get; set; } = TimeSpan.FromDays(1);

    /// <summary>The address that e-mails come back to when they cannot be delivered. By default <see cref="Afzender"/>.</summary>
    public string? Retouradres { get; set; }

    /// <summary>
    /// A folder in which another program lays the e-mails that came back, as .eml files. By default <c>retour</c> in the pick-up folder.
    /// </summary>
    public string? Retourmap { get; set; }

    /// <summary>The mailbox of <see cref="Retouradres"/>, read over IMAP.</summary>
    public Imapopties Retour { get; set; } = new();

    public bool HeeftServer => !string.IsNullOrEmpty(Host);
}

/// <summary>A mailbox that is read over IMAP (section <c>Smtp:Retour</c>).</summary>
public sealed class Imapopties
{
    public string? Host { get; set; }
    public int Port { get; set; } = 993;

    /// <summary>TLS from the first byte.</summary>
    public bool Tls { get; set; } = true;

    public string Gebruiker { get; set; } = "";
    public string Wachtwoord { get; set; } = "";
    public string Map { get; set; } = "INBOX";
}

/// <summary>Where letters go for printing (section <c>Post</c>).</summary>
public sealed class Briefopties
{
    /// <summary>By default <c>brieven</c> in the pick-up folder of the e-mail.</summary>
    public string? Ophaalmap { get; set; }
}
